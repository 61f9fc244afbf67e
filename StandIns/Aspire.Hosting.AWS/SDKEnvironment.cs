namespace Aspire.Hosting.AWS;

/// <summary>Region and credentials as a process is told them: for .NET's AWS configuration, and for any other SDK.</summary>
internal static class SDKEnvironment
{
    /// <summary>Tells a process.</summary>
    /// <param name="overwrite">Whether what was said before gives way.</param>
    internal static void Apply(IDictionary<string, object> variables, IAWSSDKConfig config, bool overwrite)
    {
        if (config.Profile is { } profile)
        {
            Set("AWS__Profile", profile);
            Set("AWS_PROFILE", profile);
        }

        if (config.Region is { } region)
        {
            Set("AWS__Region", region.SystemName);
            Set("AWS_REGION", region.SystemName);
        }

        void Set(string name, string value)
        {
            if (overwrite || !variables.ContainsKey(name))
            {
                variables[name] = value;
            }
        }
    }
}
