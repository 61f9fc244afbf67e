namespace Dashboard.Otlp;

/// <summary>A request that is not what it says it is; the message is for its sender.</summary>
internal sealed class MalformedOtlpException(string message, Exception? cause = null) : Exception(message, cause);
