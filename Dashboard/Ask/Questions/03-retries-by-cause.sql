-- How many retries did throttling cause, and what caused the others?
WITH tries AS (
    SELECT correlation_id, attempt,
        lag(coalesce(http_status::VARCHAR, 'no answer')) OVER (PARTITION BY trace_id, parent_span_id ORDER BY attempt) AS answer_before
    FROM spans
    WHERE kind = 3 AND attempt IS NOT NULL AND correlation_id IS NOT NULL)
SELECT answer_before, count(*) AS retries, count(DISTINCT correlation_id) AS orders,
    round(100 * count(*) / sum(count(*)) OVER (), 1) AS percent
FROM tries
WHERE attempt > 1
GROUP BY answer_before
ORDER BY retries DESC
