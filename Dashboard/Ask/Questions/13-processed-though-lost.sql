-- Which lost orders had SlowApi processed after all?
SELECT correlation_id, orders.drop_reason, orders.timeouts, count(*) AS times_processed, orders.dropped_at
FROM orders JOIN spans USING (correlation_id)
WHERE orders.status = 'dropped' AND spans.kind = 2 AND spans.name = 'POST /slow' AND spans.http_status = 200
GROUP BY ALL
ORDER BY times_processed DESC, dropped_at
