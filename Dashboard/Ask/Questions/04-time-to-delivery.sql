-- How long do orders wait until they are delivered, by the minute in which they came?
SELECT minute, count(*) AS orders,
    round(quantile_cont(seconds_to_delivery, 0.5), 1) AS p50_seconds,
    round(quantile_cont(seconds_to_delivery, 0.9), 1) AS p90_seconds,
    round(quantile_cont(seconds_to_delivery, 0.99), 1) AS p99_seconds,
    round(max(seconds_to_delivery), 1) AS longest_seconds
FROM orders
WHERE status = 'delivered' AND run_id IS NOT DISTINCT FROM (SELECT max_by(id, started_at) FROM runs)
GROUP BY minute
ORDER BY minute
