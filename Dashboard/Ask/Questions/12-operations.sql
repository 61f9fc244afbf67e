-- What does each service do, how often does it fail, and how long does it take?
SELECT service, name, count(*) AS spans, count(*) FILTER (status = 2) AS errors,
    round(quantile_cont(duration_ns, 0.5) * any_value(clock_speed) / 1e9, 3) AS p50_seconds,
    round(quantile_cont(duration_ns, 0.99) * any_value(clock_speed) / 1e9, 3) AS p99_seconds
FROM spans JOIN resources ON resources.id = resource_id
GROUP BY service, name
ORDER BY spans DESC
