// The official SDK as an application would use it: one trace, one log record, one counter, over OTLP/HTTP in JSON.
import { metrics, trace, SpanStatusCode } from '@opentelemetry/api';
import { logs, SeverityNumber } from '@opentelemetry/api-logs';
import { OTLPLogExporter } from '@opentelemetry/exporter-logs-otlp-http';
import { OTLPMetricExporter } from '@opentelemetry/exporter-metrics-otlp-http';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { LoggerProvider, SimpleLogRecordProcessor } from '@opentelemetry/sdk-logs';
import { MeterProvider, PeriodicExportingMetricReader } from '@opentelemetry/sdk-metrics';
import { BasicTracerProvider, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-base';

const [endpoint, key] = process.argv.slice(2);
const headers = { 'x-otlp-api-key': key };
const resource = resourceFromAttributes({ 'service.name': 'js-shop' });

const tracing = new BasicTracerProvider({ resource, spanProcessors: [new SimpleSpanProcessor(new OTLPTraceExporter({ url: `${endpoint}/v1/traces`, headers }))] });
trace.setGlobalTracerProvider(tracing);
const span = trace.getTracer('js').startSpan('checkout', { attributes: { 'order.correlation_id': 'js-order', items: 3, paid: true } });
span.addEvent('packed', { boxes: 2 });
span.setStatus({ code: SpanStatusCode.ERROR, message: 'out of stock' });
span.end();

const logging = new LoggerProvider({
  resource,
  processors: [new SimpleLogRecordProcessor({ exporter: new OTLPLogExporter({ url: `${endpoint}/v1/logs`, headers }) })],
});
logs.setGlobalLoggerProvider(logging);
logs.getLogger('js').emit({ severityNumber: SeverityNumber.WARN, body: 'stock is low' });

const metering = new MeterProvider({
  resource,
  readers: [new PeriodicExportingMetricReader({ exporter: new OTLPMetricExporter({ url: `${endpoint}/v1/metrics`, headers }), exportIntervalMillis: 3600000 })],
});
metrics.setGlobalMeterProvider(metering);
metrics.getMeter('js').createCounter('carts').add(4, { shop: 'north' });

await tracing.forceFlush();
await logging.forceFlush();
await metering.forceFlush();
console.log(span.spanContext().traceId);
process.exit(0);
