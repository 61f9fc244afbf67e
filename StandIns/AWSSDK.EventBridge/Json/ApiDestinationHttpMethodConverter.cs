using StandIns.Aws.Json;

namespace Amazon.EventBridge;

/// <summary>A <see cref="ApiDestinationHttpMethod"/> as its text.</summary>
internal sealed class ApiDestinationHttpMethodConverter()
    : ConstantConverter<ApiDestinationHttpMethod>(ApiDestinationHttpMethod.FindValue);
