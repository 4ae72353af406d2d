-- How often people who were stuck got help, and how many answers came from a proposal. The rows there are know of none:
-- no such event is older than this.
ALTER TABLE session_funnel
    ADD COLUMN help_given      integer NOT NULL DEFAULT 0,
    ADD COLUMN proposals_taken integer NOT NULL DEFAULT 0;
ALTER TABLE session_funnel_b
    ADD COLUMN help_given      integer NOT NULL DEFAULT 0,
    ADD COLUMN proposals_taken integer NOT NULL DEFAULT 0;
