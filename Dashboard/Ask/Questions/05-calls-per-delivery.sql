-- How many calls did each delivered order cost?
SELECT minute,
    sum(attempts)::BIGINT AS calls,
    count(*) FILTER (status = 'delivered') AS delivered,
    round(sum(attempts) / nullif(count(*) FILTER (status = 'delivered'), 0), 2) AS calls_per_delivery
FROM orders
GROUP BY minute
ORDER BY minute
