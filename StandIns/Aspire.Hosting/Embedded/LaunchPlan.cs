using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Embedded;

/// <summary>All that is needed to start a process.</summary>
/// <param name="Command">The full path of the executable.</param>
/// <param name="Arguments">The command line.</param>
/// <param name="Directory">The directory it runs in.</param>
/// <param name="Environment">What it is told beside what it inherits.</param>
/// <param name="Uses">The resources that it is told of.</param>
/// <param name="Secrets">The variables that hold a secret.</param>
/// <param name="HasSecretArguments">Whether the command line holds one.</param>
internal sealed record LaunchPlan(
    string Command,
    IReadOnlyList<string> Arguments,
    string Directory,
    IReadOnlyDictionary<string, string> Environment,
    IReadOnlyCollection<IResource> Uses,
    IReadOnlySet<string> Secrets,
    bool HasSecretArguments);
