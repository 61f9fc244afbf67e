-- Which minute wasted the most time on orders that were lost in the end?
SELECT floor((epoch_ns(start_time) + duration_ns - epoch_ns(run_started_at)) / 6e10 * clock_speed)::INTEGER AS minute,
    round(sum(duration_ns * clock_speed) / 1e9, 1) AS wasted_seconds,
    count(*) AS invocations,
    count(DISTINCT correlation_id) AS orders
FROM spans JOIN orders USING (correlation_id)
WHERE kind = 5 AND orders.status = 'dropped' AND run_id IS NOT DISTINCT FROM (SELECT max_by(id, started_at) FROM runs)
GROUP BY ALL
ORDER BY wasted_seconds DESC
