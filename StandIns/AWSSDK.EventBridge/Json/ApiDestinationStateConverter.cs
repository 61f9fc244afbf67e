using StandIns.Aws.Json;

namespace Amazon.EventBridge;

/// <summary>A <see cref="ApiDestinationState"/> as its text.</summary>
internal sealed class ApiDestinationStateConverter()
    : ConstantConverter<ApiDestinationState>(ApiDestinationState.FindValue);
