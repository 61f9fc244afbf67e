-- Which status codes did each attempt number get?
SELECT attempt,
    count(*) AS calls,
    count(*) FILTER (http_status = 200) AS ok_200,
    count(*) FILTER (http_status = 429) AS throttled_429,
    count(*) FILTER (http_status >= 500) AS fault_5xx,
    count(*) FILTER (http_status IS NULL) AS no_answer
FROM spans
WHERE kind = 3 AND attempt IS NOT NULL AND correlation_id IS NOT NULL
GROUP BY attempt
ORDER BY attempt
