-- What did the runs of this database come to?
SELECT id, scenario, flow_control, started_at,
    (report->>'$.totals.accepted')::BIGINT AS accepted,
    (report->>'$.totals.delivered')::BIGINT AS delivered,
    (report->>'$.totals.dropped')::BIGINT AS dropped,
    (report->>'$.peaks.concurrentExecutions')::BIGINT AS peak_concurrency,
    (report->>'$.timeToDelivery.p99Seconds')::DOUBLE AS p99_seconds_to_delivery
FROM runs
WHERE finished_at IS NOT NULL
ORDER BY started_at
