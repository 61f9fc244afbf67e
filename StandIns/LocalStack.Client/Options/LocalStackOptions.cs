namespace LocalStack.Client.Options;

/// <summary>Section <c>LocalStack</c>: whether clients talk to an emulator instead of AWS, which one, and as whom.</summary>
public class LocalStackOptions
{
    /// <summary>Whether clients talk to the emulator. Default false.</summary>
    public bool UseLocalStack { get; private set; }

    /// <summary>Who calls, and in which Region.</summary>
    public SessionOptions Session { get; private set; } = new();

    /// <summary>Where the emulator is.</summary>
    public ConfigOptions Config { get; private set; } = new();
}
