-- How did orders end, by the number of their attempts?
SELECT attempts,
    count(*) FILTER (status = 'delivered') AS delivered,
    count(*) FILTER (status = 'dropped') AS dropped,
    count(*) FILTER (status = 'under way') AS under_way
FROM orders
GROUP BY attempts
ORDER BY attempts
