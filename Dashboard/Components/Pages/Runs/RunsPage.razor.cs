using System.Globalization;
using Dashboard.Components.Formats;
using Dashboard.Runs;
using Dashboard.Views.Runs;
using Microsoft.AspNetCore.Components;
using Scenarios.Reports;

namespace Dashboard.Components.Pages.Runs;

/// <summary>Every run that is kept.</summary>
public sealed partial class RunsPage
{
    private const int Comparable = 2;

    /// <summary>In the order in which they were chosen.</summary>
    private readonly List<string> _chosen = [];
    private IReadOnlyList<FinishedRun> _runs = [];
    private string? _missing;
    private LiveRun? _underWay;
    private string? _renamed;
    private string _newName = "";
    private string? _deleted;
    private string? _refusal;

    [Inject]
    private RunCatalog Catalog { get; set; } = null!;

    [Inject]
    private RunBook Book { get; set; } = null!;

    [Inject]
    private BrowserClock Clock { get; set; } = null!;

    private string CompareAddress => _chosen is [var first, var second] ? $"/runs/compare?first={first}&second={second}" : "/runs/compare";

    /// <summary>Beside the last run of the other way.</summary>
    private static string AddressOf(FinishedRun run) => $"/runs/compare?{(run.Report.FlowControl || ComparedRuns.WasTurned(run) ? "second" : "first")}={run.Id}";

    /// <inheritdoc />
    protected override void OnInitialized() => Refresh();

    private void Refresh()
    {
        _runs = Catalog.All;
        _missing = ComparedRuns.Missing(_runs);
        _underWay = Book.Live() is { Finished: false } live ? live : null;
        _chosen.RemoveAll(id => _runs.All(run => run.Id != id));
    }

    /// <summary>A third choice takes the place of the one before the last.</summary>
    private void Choose(string id)
    {
        if (!_chosen.Remove(id))
        {
            if (_chosen.Count == Comparable)
            {
                _chosen.RemoveAt(0);
            }

            _chosen.Add(id);
        }
    }

    private void BeginRename(FinishedRun run) => (_renamed, _newName, _refusal) = (run.Id, run.Name, null);

    private void Rename()
    {
        if (RunName.Read(_newName, out var name) is { } problem)
        {
            _refusal = problem;
            return;
        }

        _refusal = Catalog.Rename(_renamed!, name) ? null : "That run is gone.";
        _renamed = null;
        Refresh();
    }

    private void Delete(string id)
    {
        _refusal = Catalog.Delete(id) ? null : "That run was gone already.";
        _deleted = null;
        Refresh();
    }

    private static string Number(long number) => number.ToString("#,0", CultureInfo.InvariantCulture);
}
