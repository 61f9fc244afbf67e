-- What do the logs say, how often, and at which level?
SELECT coalesce(template, message) AS says, service,
    CASE WHEN severity >= 21 THEN 'critical' WHEN severity >= 17 THEN 'error' WHEN severity >= 13 THEN 'warning'
        WHEN severity >= 9 THEN 'information' ELSE 'debug' END AS level,
    count(*) AS records
FROM logs JOIN resources ON resources.id = resource_id
GROUP BY ALL
ORDER BY records DESC
