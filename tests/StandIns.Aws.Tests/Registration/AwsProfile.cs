namespace StandIns.Aws.Tests.Registration;

/// <summary>A profile in a file of its own, so that no test looks for credentials elsewhere.</summary>
internal sealed class AwsProfile : IDisposable
{
    private readonly string _path = Path.GetTempFileName();

    public AwsProfile() => File.WriteAllText(_path, "[tests]\naws_access_key_id = key\naws_secret_access_key = secret\n");

    public Dictionary<string, string?> In(string region) => new()
    {
        ["AWS:Region"] = region,
        ["AWS:Profile"] = "tests",
        ["AWS:ProfilesLocation"] = _path,
    };

    public void Dispose() => File.Delete(_path);
}
