-- When did success fall below 50 %, and what was the arrival rate then?
WITH zero AS (SELECT min(epoch_ns(accepted_at)) AS zero, any_value(clock_speed) AS speed FROM orders),
ended AS (
    SELECT floor((epoch_ns(start_time) + duration_ns - zero) / 6e10 * speed)::INTEGER AS minute, status
    FROM spans, zero
    WHERE kind = 5 AND correlation_id IS NOT NULL),
success AS (
    SELECT minute, count(*) AS invocations, round(100 * count(*) FILTER (status <> 2) / count(*), 1) AS success_percent
    FROM ended
    GROUP BY minute),
arrivals AS (SELECT minute, round(count(*) / 60, 2) AS arrivals_per_second FROM orders GROUP BY minute)
SELECT minute, success_percent, invocations, coalesce(arrivals_per_second, 0) AS arrivals_per_second
FROM success LEFT JOIN arrivals USING (minute)
WHERE success_percent < 50
ORDER BY minute
