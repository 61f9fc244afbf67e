-- Which messages did the queue hand out more than once?
SELECT attributes->>'messaging.message.id' AS message, any_value(correlation_id) AS correlation_id, count(*) AS deliveries,
    count(*) FILTER (status = 2) AS failed
FROM spans
WHERE kind = 5 AND (attributes->>'messaging.message.id') IS NOT NULL
GROUP BY message
HAVING count(*) > 1
ORDER BY deliveries DESC
