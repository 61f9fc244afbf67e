using System.Collections.Concurrent;
using System.Collections.Immutable;
using LocalAws.Protocol;
using LocalAws.State;

namespace LocalAws.Ssm;

/// <summary>All parameters of all Regions, each with its versions.</summary>
internal sealed class SsmStore(TimeProvider clock, IStateLog log) : IStatePart
{
    /// <summary>Versions kept of one parameter. Source: AWS Systems Manager quotas.</summary>
    private const int VersionLimit = 100;

    private readonly ConcurrentDictionary<(AwsScope Scope, string Name), ImmutableList<Parameter>> _versions = [];
    private readonly Lock _changes = new();

    /// <summary>Creates a parameter, or adds a version to it.</summary>
    /// <exception cref="AwsException">It is not allowed, or it exists and is not to be overwritten.</exception>
    public Parameter Put(AwsScope scope, NewParameter parameter)
    {
        lock (_changes)
        {
            var versions = _versions.GetValueOrDefault((scope, parameter.Name), []);
            var previous = versions.LastOrDefault();
            ParameterRules.Check(parameter, previous);
            var added = new Parameter(
                parameter.Name,
                ArnOf(scope, parameter.Name),
                parameter.Type ?? previous?.Type ?? "String",
                parameter.Value,
                (previous?.Version ?? 0) + 1,
                clock.GetUtcNow())
            {
                Description = parameter.Description ?? previous?.Description,
                DataType = parameter.DataType ?? previous?.DataType ?? "text",
                Tier = parameter.Tier ?? previous?.Tier ?? "Standard",
            };
            log.Append(new ParameterChange.Put(scope, added));
            _versions[(scope, parameter.Name)] = Limit(versions.Add(added));
            return added;
        }
    }

    /// <summary>Deletes a parameter with all of its versions; false: there is none.</summary>
    public bool Delete(AwsScope scope, string name)
    {
        lock (_changes)
        {
            if (!_versions.TryRemove((scope, name), out _))
            {
                return false;
            }

            log.Append(new ParameterChange.Deleted(scope, name));
            return true;
        }
    }

    /// <summary>The latest version, or the one asked for; null: there is none.</summary>
    public Parameter? Find(AwsScope scope, string name, long? version = null) =>
        _versions.GetValueOrDefault((scope, name))?.LastOrDefault(parameter => version is null || parameter.Version == version);

    /// <summary>All versions, oldest first.</summary>
    public IReadOnlyList<Parameter> Versions(AwsScope scope, string name) => _versions.GetValueOrDefault((scope, name), []);

    /// <summary>The latest versions of all parameters, by name.</summary>
    public IEnumerable<Parameter> All(AwsScope scope) => _versions
        .Where(pair => pair.Key.Scope == scope)
        .Select(static pair => pair.Value[^1])
        .OrderBy(static parameter => parameter.Name, StringComparer.Ordinal);

    public StatePartId Id => StatePartId.Parameters;

    public void Restore(ReadOnlySpan<byte> change)
    {
        var read = JsonChange.Read(change, ParameterChangeJson.Default.ParameterChange);
        if (read is ParameterChange.Put { Parameter: var parameter })
        {
            var versions = _versions.GetValueOrDefault((read.Scope, parameter.Name), []);
            var earlier = versions.FindLastIndex(version => version.Version <= parameter.Version);
            _versions[(read.Scope, parameter.Name)] = earlier >= 0 && versions[earlier].Version == parameter.Version
                ? versions.SetItem(earlier, parameter)
                : Limit(versions.Insert(earlier + 1, parameter));
        }
        else if (read is ParameterChange.Deleted deleted)
        {
            _versions.TryRemove((deleted.Scope, deleted.Name), out _);
        }
    }

    public IEnumerable<StateChange> Snapshot()
    {
        lock (_changes)
        {
            return [.. _versions.SelectMany(static pair => pair.Value.Select(version => new ParameterChange.Put(pair.Key.Scope, version)))];
        }
    }

    public void Clear()
    {
        lock (_changes)
        {
            _versions.Clear();
        }
    }

    /// <summary>The ARN of a parameter: its name follows <c>parameter</c> with exactly one slash between.</summary>
    public static string ArnOf(AwsScope scope, string name) => scope.Arn("ssm", $"parameter/{name.TrimStart('/')}");

    private static ImmutableList<Parameter> Limit(ImmutableList<Parameter> versions) =>
        versions.Count > VersionLimit ? versions.RemoveAt(0) : versions;
}
