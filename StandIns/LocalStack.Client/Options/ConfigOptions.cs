namespace LocalStack.Client.Options;

/// <summary>Section <c>LocalStack:Config</c>: where the emulator is.</summary>
public class ConfigOptions
{
    /// <summary>The emulator's host name. Default localhost.localstack.cloud, which resolves to this machine.</summary>
    public string LocalStackHost { get; private set; } = "localhost.localstack.cloud";

    /// <summary>Whether the emulator is called over TLS. Default false.</summary>
    public bool UseSsl { get; private set; }

    /// <summary>The one port of all services. Default 4566.</summary>
    public int EdgePort { get; private set; } = 4566;
}
