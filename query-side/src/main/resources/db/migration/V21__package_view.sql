-- Business packages as their owners read them, one row each, built by the projection package-view.
-- json keeps what jsonb refuses or rearranges.
CREATE TABLE package_view (
    session_id text   PRIMARY KEY,
    sequence   bigint NOT NULL,
    view       json   NOT NULL
);
