using System.Collections.Concurrent;
using System.Collections.Immutable;
using LocalAws.Protocol;
using LocalAws.State;

namespace LocalAws.Ssm;

/// <summary>All parameters of all Regions, each with its versions and tags.</summary>
internal sealed class SsmStore(TimeProvider clock, IStateLog log) : IStatePart
{
    /// <summary>Versions kept of one parameter. Source: AWS Systems Manager quotas.</summary>
    private const int VersionLimit = 100;

    private readonly ConcurrentDictionary<(AwsScope Scope, string Name), ImmutableList<Parameter>> _versions = [];
    private readonly ConcurrentDictionary<(AwsScope Scope, string Name), ImmutableSortedDictionary<string, string>> _tags = [];
    private readonly Lock _changes = new();
    private long _nextExpiry = long.MaxValue;

    /// <summary>Every parameter that has not expired.</summary>
    private ConcurrentDictionary<(AwsScope Scope, string Name), ImmutableList<Parameter>> Living
    {
        get
        {
            if (clock.GetUtcNow().UtcTicks >= Volatile.Read(ref _nextExpiry))
            {
                Expire();
            }

            return _versions;
        }
    }

    /// <summary>Creates a parameter, or adds a version to it.</summary>
    /// <exception cref="AwsException">It is not allowed, or it exists and is not to be overwritten.</exception>
    public Parameter Put(AwsScope scope, NewParameter parameter)
    {
        lock (_changes)
        {
            var versions = Living.GetValueOrDefault((scope, parameter.Name), []);
            var previous = versions.LastOrDefault();
            ParameterRules.Check(parameter, previous);
            if (versions.Count == VersionLimit && versions[0].Labels.Count > 0)
            {
                throw new AwsException(
                    "ParameterMaxVersionLimitExceeded",
                    $"You attempted to create a new version of {parameter.Name} by calling the PutParameter API with the overwrite flag. "
                    + $"Version {versions[0].Version}, the oldest version, can't be deleted because it has a label associated with it. "
                    + "Move the label to another version of the parameter, and try again.");
            }

            var type = parameter.Type ?? previous?.Type ?? "String";
            var added = new Parameter(
                parameter.Name,
                ArnOf(scope, parameter.Name),
                type,
                parameter.Value,
                (previous?.Version ?? 0) + 1,
                clock.GetUtcNow())
            {
                Description = parameter.Description ?? previous?.Description,
                DataType = parameter.DataType ?? previous?.DataType ?? "text",
                Tier = ParameterRules.TierOf(parameter, previous),
                AllowedPattern = parameter.AllowedPattern ?? previous?.AllowedPattern,
                Policies = parameter.Policies ?? previous?.Policies ?? [],
                KeyId = type == Parameter.Secure ? parameter.KeyId ?? previous?.KeyId ?? ParameterRules.DefaultKey : null,
            };
            log.Append(new ParameterChange.Put(scope, added));
            _versions[(scope, parameter.Name)] = Limit(versions.Add(added));
            Expect(added);
            if (parameter.Tags.Count > 0)
            {
                Write(scope, parameter.Name, parameter.Tags);
            }

            return added;
        }
    }

    /// <summary>Deletes a parameter with all of its versions; false: there is none.</summary>
    public bool Delete(AwsScope scope, string name)
    {
        lock (_changes)
        {
            if (!Living.TryRemove((scope, name), out _))
            {
                return false;
            }

            _tags.TryRemove((scope, name), out _);
            log.Append(new ParameterChange.Deleted(scope, name));
            return true;
        }
    }

    /// <summary>Changes the labels of versions of a parameter.</summary>
    /// <param name="change">All versions, oldest first, to what they are from now on.</param>
    /// <exception cref="AwsException">There is no such parameter, or <paramref name="change"/> refuses.</exception>
    public void Label(AwsScope scope, string name, Func<ImmutableList<Parameter>, ImmutableList<Parameter>> change)
    {
        lock (_changes)
        {
            var before = Living.GetValueOrDefault((scope, name)) ?? throw SsmErrors.NotFound(name);
            var after = change(before);
            foreach (var relabelled in after.Except(before, ReferenceEqualityComparer.Instance).Cast<Parameter>())
            {
                log.Append(new ParameterChange.Put(scope, relabelled));
            }

            _versions[(scope, name)] = after;
        }
    }

    /// <summary>Changes the tags of a parameter; false: there is no such parameter.</summary>
    public bool Tag(
        AwsScope scope, string name, Func<ImmutableSortedDictionary<string, string>, ImmutableSortedDictionary<string, string>> change)
    {
        lock (_changes)
        {
            if (!Living.ContainsKey((scope, name)))
            {
                return false;
            }

            Write(scope, name, change(Tags(scope, name)));
            return true;
        }
    }

    /// <summary>The tags of a parameter, by key.</summary>
    public ImmutableSortedDictionary<string, string> Tags(AwsScope scope, string name) =>
        _tags.GetValueOrDefault((scope, name), ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal));

    /// <summary>The latest version, or the one asked for; null: there is none.</summary>
    public Parameter? Find(AwsScope scope, string name, long? version = null) =>
        Living.GetValueOrDefault((scope, name))?.FindLast(parameter => version is null || parameter.Version == version);

    /// <summary>The version that a caller means; null: there is none.</summary>
    public Parameter? Find(AwsScope scope, ParameterReference reference) => Versions(scope, reference).FindLast(reference.Means);

    /// <summary>All versions of the parameter that a caller means, oldest first; none: there is no such parameter.</summary>
    public ImmutableList<Parameter> Versions(AwsScope scope, ParameterReference reference) =>
        Living.GetValueOrDefault((scope, reference.Name))
        ?? (reference.IsArn ? Living.GetValueOrDefault((scope, "/" + reference.Name)) : null)
        ?? [];

    /// <summary>The latest versions of all parameters, by name.</summary>
    public IEnumerable<Parameter> All(AwsScope scope) => AllVersions(scope).Select(static versions => versions[^1]);

    /// <summary>The versions of all parameters, by name.</summary>
    public IEnumerable<ImmutableList<Parameter>> AllVersions(AwsScope scope) => Living
        .Where(pair => pair.Key.Scope == scope)
        .OrderBy(static pair => pair.Key.Name, StringComparer.Ordinal)
        .Select(static pair => pair.Value);

    /// <summary>Where there are parameters.</summary>
    public IEnumerable<AwsScope> Scopes => _versions.Keys.Select(static key => key.Scope).Distinct();

    public StatePartId Id => StatePartId.Parameters;

    public void Restore(ReadOnlySpan<byte> change)
    {
        switch (JsonChange.Read(change, ParameterChangeJson.Default.ParameterChange))
        {
            case ParameterChange.Put { Parameter: var parameter } put:
                var versions = _versions.GetValueOrDefault((put.Scope, parameter.Name), []);
                var earlier = versions.FindLastIndex(version => version.Version <= parameter.Version);
                _versions[(put.Scope, parameter.Name)] = earlier >= 0 && versions[earlier].Version == parameter.Version
                    ? versions.SetItem(earlier, parameter)
                    : Limit(versions.Insert(earlier + 1, parameter));
                Expect(parameter);
                break;
            case ParameterChange.Tagged tagged:
                _tags[(tagged.Scope, tagged.Name)] = tagged.Tags;
                break;
            case ParameterChange.Deleted deleted:
                _versions.TryRemove((deleted.Scope, deleted.Name), out _);
                _tags.TryRemove((deleted.Scope, deleted.Name), out _);
                break;
            default:
                break;
        }
    }

    public IEnumerable<StateChange> Snapshot()
    {
        lock (_changes)
        {
            return
            [
                .. _versions.SelectMany(static pair => pair.Value.Select(version => new ParameterChange.Put(pair.Key.Scope, version))),
                .. _tags.Select(static pair => new ParameterChange.Tagged(pair.Key.Scope, pair.Key.Name, pair.Value)),
            ];
        }
    }

    public void Clear()
    {
        lock (_changes)
        {
            _versions.Clear();
            _tags.Clear();
        }
    }

    /// <summary>The ARN of a parameter: its name follows <c>parameter</c> with exactly one slash between.</summary>
    public static string ArnOf(AwsScope scope, string name) => scope.Arn("ssm", $"parameter/{name.TrimStart('/')}");

    private void Expect(Parameter parameter)
    {
        if (parameter.ExpiresAt?.UtcTicks is { } expiry && expiry < _nextExpiry)
        {
            Volatile.Write(ref _nextExpiry, expiry);
        }
    }

    /// <summary>Deletes what has expired, as nobody can have seen it since.</summary>
    private void Expire()
    {
        lock (_changes)
        {
            var now = clock.GetUtcNow();
            var next = long.MaxValue;
            foreach (var ((scope, name), versions) in _versions)
            {
                if (versions[^1].ExpiresAt <= now)
                {
                    log.Append(new ParameterChange.Deleted(scope, name));
                    _versions.TryRemove((scope, name), out _);
                    _tags.TryRemove((scope, name), out _);
                }
                else if (versions[^1].ExpiresAt is { } expiry)
                {
                    next = Math.Min(next, expiry.UtcTicks);
                }
            }

            Volatile.Write(ref _nextExpiry, next);
        }
    }

    private void Write(AwsScope scope, string name, ImmutableSortedDictionary<string, string> tags)
    {
        log.Append(new ParameterChange.Tagged(scope, name, tags));
        _tags[(scope, name)] = tags;
    }

    private static ImmutableList<Parameter> Limit(ImmutableList<Parameter> versions) =>
        versions.Count > VersionLimit ? versions.RemoveAt(0) : versions;
}
