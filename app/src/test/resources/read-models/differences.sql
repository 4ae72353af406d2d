-- What differs between the log and the read models of slot A: a line for each event, session or package; null if nothing.
WITH sessions AS (
    SELECT aggregate_id AS id, count(*) AS events, max(sequence_number) AS last,
           count(*) FILTER (WHERE event_name = 'io.coachflow.session.step-answered') AS taken,
           count(*) FILTER (WHERE event_name = 'io.coachflow.session.clarification-requested') AS asked_back,
           bool_or(event_name = 'io.coachflow.session.completed') AS completed
    FROM event_log WHERE aggregate_type = 'CoachingSession' GROUP BY aggregate_id
), answers AS (
    SELECT aggregate_id AS id, sequence_number AS place FROM event_log
    WHERE event_name IN ('io.coachflow.session.step-answered', 'io.coachflow.session.clarification-requested')
), results AS (
    SELECT aggregate_id AS id, convert_from(payload, 'UTF8')::json ->> 'agent' AS by_agent FROM event_log
    WHERE event_name = 'io.coachflow.package.agent-succeeded'
), packages AS (
    SELECT p.aggregate_id AS package, min(convert_from(p.payload, 'UTF8')::json ->> 'session_id') AS id,
           count(*) AS events, max(p.sequence_number) AS last,
           count(*) FILTER (WHERE p.event_name = 'io.coachflow.package.completed') AS completed,
           (SELECT string_agg(by_agent, ' ' ORDER BY by_agent) FROM results WHERE results.id = p.aggregate_id) AS agents
    FROM event_log p WHERE p.aggregate_type = 'BusinessPackage' GROUP BY p.aggregate_id
)
SELECT string_agg(model || ' ' || difference, E'\n') FROM (
    SELECT 'log', to_json(it)::text FROM (
        SELECT global_index, row_number() OVER (ORDER BY global_index) AS place FROM event_log) AS it
    WHERE place <> global_index
    UNION ALL
    SELECT 'sessions', to_json(it)::text FROM sessions AS it WHERE events <> last + 1
    UNION ALL
    SELECT 'packages', to_json(it)::text FROM packages AS it
    WHERE events <> last + 1 OR completed <> 1 OR agents IS DISTINCT FROM 'content logo research seo template'
    UNION ALL
    SELECT 'package of', id FROM sessions FULL JOIN packages USING (id)
    WHERE coalesce(sessions.completed, false) <> (package IS NOT NULL)
    UNION ALL
    SELECT 'session_list', to_json(it)::text FROM (SELECT * FROM sessions FULL JOIN session_list ON session_id = id) AS it
    WHERE (sequence, answered, phase) IS DISTINCT FROM (last, taken, CASE WHEN completed THEN 'completed' ELSE 'live' END)
    UNION ALL
    SELECT 'session_funnel', to_json(it)::text FROM (SELECT * FROM sessions FULL JOIN session_funnel ON session_id = id) AS it
    WHERE (sequence, clarifications, num_nonnulls(vision_at, mission_at, clientele_at, differentiation_at, offre_at))
              IS DISTINCT FROM (last, asked_back, taken)
       OR (completed_at IS NOT NULL) IS DISTINCT FROM completed
    UNION ALL
    SELECT 'answer_words', to_json(it)::text FROM (
        SELECT * FROM answers FULL JOIN answer_words ON session_id = id AND sequence = place) AS it
    WHERE id IS NULL OR session_id IS NULL
    UNION ALL
    SELECT 'package_view', to_json(it)::text FROM (SELECT * FROM packages FULL JOIN package_view ON session_id = id) AS it
    WHERE sequence IS DISTINCT FROM last OR view ->> 'status' IS DISTINCT FROM 'complete'
    UNION ALL
    SELECT 'package_funnel', to_json(it)::text FROM (SELECT * FROM packages FULL JOIN package_funnel ON session_id = id) AS it
    WHERE status IS DISTINCT FROM 'complete' OR id IS NULL
    UNION ALL
    SELECT 'model_cost', to_json(it)::text FROM (
        SELECT * FROM results FULL JOIN model_cost ON package_id = id AND agent = by_agent) AS it
    WHERE id IS NULL OR package_id IS NULL
) AS differences (model, difference)
