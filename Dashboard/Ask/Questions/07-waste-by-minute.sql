-- Which minute wasted the most time on orders that were lost in the end?
WITH zero AS (SELECT min(epoch_ns(accepted_at)) AS zero FROM orders)
SELECT floor((epoch_ns(start_time) + duration_ns - zero) / 6e10 * clock_speed)::INTEGER AS minute,
    round(sum(duration_ns * clock_speed) / 1e9, 1) AS wasted_seconds,
    count(*) AS invocations,
    count(DISTINCT correlation_id) AS orders
FROM spans JOIN orders USING (correlation_id), zero
WHERE kind = 5 AND orders.status = 'dropped'
GROUP BY ALL
ORDER BY wasted_seconds DESC
