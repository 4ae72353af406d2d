-- Each step updates its session's row: it stays on its page.
ALTER TABLE session_funnel SET (fillfactor = 60);
ALTER TABLE session_funnel_b SET (fillfactor = 60);
