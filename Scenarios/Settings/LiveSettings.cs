using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Scenarios.Settings;

/// <summary>
/// The settings of a running service. Who uses a setting asks for <see cref="Current"/> each time, so that a change applies
/// to whatever begins after it; what has begun keeps what it read.
/// </summary>
public sealed class LiveSettings
{
    private const string ScenarioKey = "scenario";

    /// <summary>Each is part of something that is made once, such as the queue.</summary>
    private static readonly string[] Fixed =
    [
        "Seed", "EventSource:QueueName", "AsyncInvocation:OnFailureQueueUrl", "Delivery:ParameterCacheSeconds",
    ];

    private readonly Lock _lock = new();
    private readonly Dictionary<string, string?> _own;
    private Dictionary<string, string?> _changes = Empty();
    private volatile SettingsView _view;

    /// <summary>Settings that are just these.</summary>
    public LiveSettings(SystemSettings settings)
        : this("", Flatten(JsonSerializer.SerializeToElement(settings, SettingsJson.Default.SystemSettings)), settings)
    {
    }

    /// <summary>The settings of a service.</summary>
    /// <param name="scenario">The scenario whose overlay lies beneath.</param>
    /// <param name="own">The service's own configuration, which is stronger, by key.</param>
    /// <param name="settings">What both come to.</param>
    internal LiveSettings(string scenario, Dictionary<string, string?> own, SystemSettings settings)
    {
        _own = own;
        _view = new(scenario, 0, settings);
    }

    /// <summary>They were changed.</summary>
    public event Action<SystemSettings>? Changed;

    /// <summary>The settings now.</summary>
    public SystemSettings Current => _view.Settings;

    /// <summary>The settings now, and how they came about.</summary>
    public SettingsView View => _view;

    /// <summary>
    /// Changes the settings that <paramref name="change"/> names and leaves the others. With <c>scenario</c>, those of that
    /// scenario come first and earlier changes go: naming the scenario of the start restores what was then.
    /// </summary>
    /// <param name="change">A JSON object as the scenarios' own files are, such as <c>{"slowApi":{"faultRate":0.3}}</c>.</param>
    /// <returns>The settings then.</returns>
    /// <exception cref="OptionsValidationException">Something is refused, and nothing was changed; its failures are a line each.</exception>
    public SettingsView Change(JsonElement change)
    {
        lock (_lock)
        {
            var asked = Flatten(change);
            var scenario = asked.Remove(ScenarioKey, out var named) ? Known(named) : _view.Scenario;
            var changes = named is null ? new Dictionary<string, string?>(_changes, StringComparer.OrdinalIgnoreCase) : Empty();
            foreach (var (key, value) in asked)
            {
                changes[key] = value;
            }

            var settings = Read(scenario, changes);
            RefuseFixed(settings);
            _changes = changes;
            _view = new(scenario, _view.Revision + 1, settings) { Changed = SettingDifference.Between(Read(scenario, Empty()), settings).Count };
            // Within the lock: of two changes at once, the later one is also the one that is heard of last.
            Changed?.Invoke(settings);
            return _view;
        }
    }

    /// <summary>The settings' keys in a configuration, and nothing else.</summary>
    internal static Dictionary<string, string?> OwnOf(IConfiguration configuration)
    {
        var own = Empty();
        foreach (var section in typeof(SystemSettings).GetProperties().Where(property => property.CanWrite))
        {
            foreach (var (key, value) in configuration.GetSection(section.Name).AsEnumerable().Where(setting => setting.Value is not null))
            {
                own[key] = value;
            }
        }

        return own;
    }

    private static Dictionary<string, string?> Empty() => new(StringComparer.OrdinalIgnoreCase);

    private static Dictionary<string, string?> Flatten(JsonElement element)
    {
        var flat = Empty();
        if (element.ValueKind != JsonValueKind.Object)
        {
            throw Refusal("The body must be a JSON object with settings, as in {\"slowApi\":{\"faultRate\":0.3}}.");
        }

        try
        {
            Flatten(element, "", flat);
            return flat;
        }
        catch (InvalidOperationException)
        {
            throw Refusal("The body has a text that is no text: half of a surrogate pair.");
        }
    }

    private static void Flatten(JsonElement element, string path, Dictionary<string, string?> flat)
    {
        foreach (var property in element.EnumerateObject())
        {
            var key = path.Length == 0 ? property.Name : $"{path}:{property.Name}";
            switch (property.Value.ValueKind)
            {
                case JsonValueKind.Object:
                    Flatten(property.Value, key, flat);
                    break;
                case JsonValueKind.Array or JsonValueKind.Null:
                    throw Refusal($"{key}: must be a value or a group, not {(property.Value.ValueKind == JsonValueKind.Null ? "null" : "a list")}.");
                default:
                    flat[key] = property.Value.ToString();
                    break;
            }
        }
    }

    private static string Known(string? scenario) => ScenarioFiles.Names.Contains(scenario, StringComparer.Ordinal)
        ? scenario!
        : throw Refusal($"scenario = \"{scenario}\": must be one of {string.Join(", ", ScenarioFiles.Names)}.");

    private SystemSettings Read(string scenario, Dictionary<string, string?> changes)
    {
        var layers = new ConfigurationBuilder();
        if (scenario.Length > 0)
        {
            layers.AddJsonFile(ScenarioFiles.Overlay(scenario), optional: true);
        }

        layers.AddInMemoryCollection(_own).AddInMemoryCollection(changes);
        var configuration = layers.Build();
        using var disposing = configuration as IDisposable;
        return SettingsReader.Read<SystemSettings>(configuration, strict: true);
    }

    private void RefuseFixed(SystemSettings settings)
    {
        string[] problems =
        [
            .. SettingDifference.Between(Current, settings).Where(difference => Fixed.Contains(difference.Name, StringComparer.Ordinal))
                .Select(difference => $"{difference.Name}: cannot be changed while the system runs."),
        ];
        if (problems.Length > 0)
        {
            throw new OptionsValidationException(nameof(SystemSettings), typeof(SystemSettings), problems);
        }
    }

    private static OptionsValidationException Refusal(string failure) => new(nameof(SystemSettings), typeof(SystemSettings), [failure]);
}
