-- Where each read model stands: in slot A, the tables as named, or in slot B, those with _b.
CREATE TABLE projection (
    name         text        PRIMARY KEY,
    live         text        NOT NULL DEFAULT 'A' CHECK (live IN ('A', 'B')),
    state        text        NOT NULL DEFAULT 'live'
                 CHECK (state IN ('live', 'preparing', 'rebuilding', 'awaiting_confirmation')),
    requested_by text,
    requested_at timestamptz,
    begun_at     timestamptz,
    switched_at  timestamptz
);

CREATE TABLE session_list_b (LIKE session_list INCLUDING ALL);
CREATE TABLE package_view_b (LIKE package_view INCLUDING ALL);

-- What operators did.
CREATE TABLE admin_action (
    id      bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    done_at timestamptz NOT NULL DEFAULT now(),
    done_by text        NOT NULL,
    action  text        NOT NULL,
    target  text        NOT NULL,
    outcome text        NOT NULL
);
