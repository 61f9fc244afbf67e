-- Which orders were lost, and after how many attempts?
SELECT correlation_id, drop_reason, invocations, attempts, throttled, faults, timeouts, accepted_at, dropped_at
FROM orders
WHERE status = 'dropped'
ORDER BY attempts DESC, dropped_at
