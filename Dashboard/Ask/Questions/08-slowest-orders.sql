-- Which orders took the longest?
SELECT correlation_id, round(seconds_to_delivery, 1) AS seconds_to_delivery, invocations, attempts, throttled, faults, timeouts, minute
FROM orders
WHERE status = 'delivered'
ORDER BY seconds_to_delivery DESC
LIMIT 100
