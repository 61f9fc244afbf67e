-- How many calls did each delivered order cost?
SELECT minute,
    sum(attempts)::BIGINT AS calls,
    count(*) FILTER (status = 'delivered') AS delivered,
    round(sum(attempts) / nullif(count(*) FILTER (status = 'delivered'), 0), 2) AS calls_per_delivery
FROM orders
WHERE run_id IS NOT DISTINCT FROM (SELECT max_by(id, started_at) FROM runs)
GROUP BY minute
ORDER BY minute
