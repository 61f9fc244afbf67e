using StandIns.Aws.Json;

namespace Amazon.EventBridge;

/// <summary>A <see cref="ConnectionAuthorizationType"/> as its text.</summary>
internal sealed class ConnectionAuthorizationTypeConverter()
    : ConstantConverter<ConnectionAuthorizationType>(ConnectionAuthorizationType.FindValue);
