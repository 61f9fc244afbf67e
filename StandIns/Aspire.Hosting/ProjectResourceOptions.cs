namespace Aspire.Hosting;

/// <summary>How a project is added.</summary>
public class ProjectResourceOptions
{
    /// <summary>The launch profile. Default: the first.</summary>
    public string? LaunchProfileName { get; set; }

    /// <summary>Whether no launch profile counts.</summary>
    public bool ExcludeLaunchProfile { get; set; }

    /// <summary>Whether Kestrel's endpoints in the project's settings do not count.</summary>
    public bool ExcludeKestrelEndpoints { get; set; }
}
