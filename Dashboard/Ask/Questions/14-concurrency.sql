-- How many invocations were under way at a time?
SELECT time, max(value) AS concurrent_executions
FROM metric_points JOIN metric_series ON metric_series.id = series_id
WHERE instrument IN ('aws.lambda.concurrent_executions', 'aws.lambda.concurrent_executions.maximum')
GROUP BY time
ORDER BY time
