-- How far each session came, one row each, built by the projection funnel. Nobody's name and nobody's words.
CREATE TABLE session_funnel (
    session_id         text        PRIMARY KEY,
    sequence           bigint      NOT NULL,
    day                date        NOT NULL,
    sector             text        NOT NULL,
    language           text        NOT NULL,
    started_at         timestamptz NOT NULL,
    vision_at          timestamptz,
    mission_at         timestamptz,
    clientele_at       timestamptz,
    differentiation_at timestamptz,
    offre_at           timestamptz,
    clarifications     integer     NOT NULL,
    expirations        integer     NOT NULL,
    completed_at       timestamptz
);
CREATE INDEX session_funnel_day ON session_funnel (day);

-- Another aggregate's events, which may come before those of the session.
CREATE TABLE package_funnel (
    session_id text        PRIMARY KEY,
    sequence   bigint      NOT NULL,
    status     text        NOT NULL,
    ready_at   timestamptz NOT NULL
);

CREATE TABLE model_cost (
    package_id text    NOT NULL,
    agent      text    NOT NULL,
    generation integer NOT NULL,
    day        date    NOT NULL,
    model      text    NOT NULL,
    tokens_in  bigint  NOT NULL,
    tokens_out bigint  NOT NULL,
    price_usd  numeric NOT NULL,
    PRIMARY KEY (package_id, agent, generation)
);
CREATE INDEX model_cost_day ON model_cost (day);

CREATE TABLE session_funnel_b (LIKE session_funnel INCLUDING ALL);
CREATE TABLE package_funnel_b (LIKE package_funnel INCLUDING ALL);
CREATE TABLE model_cost_b (LIKE model_cost INCLUDING ALL);
