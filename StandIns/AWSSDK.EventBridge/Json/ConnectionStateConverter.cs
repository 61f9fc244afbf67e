using StandIns.Aws.Json;

namespace Amazon.EventBridge;

/// <summary>A <see cref="ConnectionState"/> as its text.</summary>
internal sealed class ConnectionStateConverter()
    : ConstantConverter<ConnectionState>(ConnectionState.FindValue);
