-- When did success fall below 50 %, and what was the arrival rate then?
WITH mine AS (SELECT * FROM orders WHERE run_id IS NOT DISTINCT FROM (SELECT max_by(id, started_at) FROM runs)),
success AS (
    SELECT floor((epoch_ns(start_time) + duration_ns - epoch_ns(run_started_at)) / 6e10 * clock_speed)::INTEGER AS minute,
        count(*) AS invocations, round(100 * count(*) FILTER (spans.status <> 2) / count(*), 1) AS success_percent
    FROM spans JOIN mine USING (correlation_id)
    WHERE kind = 5
    GROUP BY ALL),
arrivals AS (SELECT minute, round(count(*) / 60, 2) AS arrivals_per_second FROM mine GROUP BY minute)
SELECT minute, success_percent, invocations, coalesce(arrivals_per_second, 0) AS arrivals_per_second
FROM success LEFT JOIN arrivals USING (minute)
WHERE success_percent < 50
ORDER BY minute
