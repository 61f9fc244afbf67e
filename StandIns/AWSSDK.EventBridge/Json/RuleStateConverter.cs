using StandIns.Aws.Json;

namespace Amazon.EventBridge;

/// <summary>A <see cref="RuleState"/> as its text.</summary>
internal sealed class RuleStateConverter()
    : ConstantConverter<RuleState>(RuleState.FindValue);
