-- How often people who were stuck got help, how many answers came from a proposal, and how often answers were corrected.
-- The rows there are know of no help, for no such event is older than this; a rebuild counts older corrections.
ALTER TABLE session_funnel
    ADD COLUMN help_given      integer NOT NULL DEFAULT 0,
    ADD COLUMN proposals_taken integer NOT NULL DEFAULT 0,
    ADD COLUMN answers_revised integer NOT NULL DEFAULT 0;
ALTER TABLE session_funnel_b
    ADD COLUMN help_given      integer NOT NULL DEFAULT 0,
    ADD COLUMN proposals_taken integer NOT NULL DEFAULT 0,
    ADD COLUMN answers_revised integer NOT NULL DEFAULT 0;
