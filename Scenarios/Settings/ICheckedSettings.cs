namespace Scenarios.Settings;

/// <summary>A group of settings of which some must agree with others.</summary>
public interface ICheckedSettings
{
    /// <summary>The settings that do not agree: each with its key in the group, its value and what would be allowed.</summary>
    IEnumerable<SettingProblem> Problems();
}
