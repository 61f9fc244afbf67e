using Dashboard.Ask;
using Dashboard.Components.Formats;
using Dashboard.Runs;
using Microsoft.AspNetCore.Components;

namespace Dashboard.Components.Pages.Ask;

/// <summary>Questions in SQL: the address holds the question, the run that it is about, and how the answer is shown.</summary>
public sealed partial class AskPage : IDisposable
{
    private static readonly string[] Tables = ["orders", "spans", "traces", "logs", "metric_points", "metric_series", "resources", "runs", "exports"];

    private SqlEditor? _editor;
    private IReadOnlyList<string> _words = [];
    private string _question = "";
    private (string Sql, string? Run)? _asked;
    private Answer? _answer;
    private QuestionRefusedException? _refusal;
    private CancellationTokenSource? _asking;

    /// <summary>A saved question.</summary>
    [SupplyParameterFromQuery(Name = "question")]
    private string? Question { get; set; }

    /// <summary>One of the reader's own.</summary>
    [SupplyParameterFromQuery(Name = "sql")]
    private string? Sql { get; set; }

    [SupplyParameterFromQuery(Name = "run")]
    private string? Run { get; set; }

    [SupplyParameterFromQuery(Name = "show")]
    private string? Shown { get; set; }

    [SupplyParameterFromQuery(Name = "x")]
    private string? X { get; set; }

    [SupplyParameterFromQuery(Name = "y")]
    private string? Y { get; set; }

    [Inject]
    private Asker Asker { get; set; } = null!;

    [Inject]
    private EarlierRuns Earlier { get; set; } = null!;

    [Inject]
    private NavigationManager Address { get; set; } = null!;

    private bool IsAsking => _asking is not null;

    /// <inheritdoc />
    public void Dispose() => _asking?.Cancel();

    /// <inheritdoc />
    protected override async Task OnInitializedAsync() => _words = await Vocabulary.ReadAsync(Asker, CancellationToken.None);

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        var sql = string.IsNullOrEmpty(Sql) ? SavedQuestion.Find(Question)?.Sql ?? "" : Sql;
        if (_asked == (sql, Run))
        {
            return;
        }

        (_question, _asked) = (sql, (sql, Run));
        if (sql.Length > 0)
        {
            await RunAsync();
        }
        else
        {
            (_answer, _refusal) = (null, null);
        }
    }

    /// <summary>What is asked stands in the address; asked once more, it is asked once more.</summary>
    private Task AskAsync(string sql)
    {
        var text = sql.ReplaceLineEndings("\n");
        if (_asked == (text, Run))
        {
            return RunAsync();
        }

        var saved = SavedQuestion.All.FirstOrDefault(question => question.Sql == text);
        Address.SetQuery(replace: false, ("question", saved?.Key), ("sql", saved is null ? text : null), ("x", null), ("y", null));
        return Task.CompletedTask;
    }

    private async Task RunAsync()
    {
        if (_asking is { } earlier)
        {
            await earlier.CancelAsync();
        }

        using var asking = new CancellationTokenSource();
        _asking = asking;
        StateHasChanged();
        try
        {
            var answer = await Asker.AskAsync(_asked!.Value.Sql, _asked.Value.Run, asking.Token);
            if (_asking == asking)
            {
                (_answer, _refusal) = (answer, null);
            }
        }
        catch (QuestionRefusedException refused) when (_asking == asking)
        {
            (_answer, _refusal) = (null, refused);
        }
        catch (QuestionRefusedException)
        {
            // Another question has been asked meanwhile.
        }
        catch (OperationCanceledException)
        {
            // Stopped by the reader, or the page was left.
        }
        finally
        {
            if (_asking == asking)
            {
                _asking = null;
            }
        }
    }

    private void Stop() => _asking?.Cancel();

    private string AddressOf(SavedQuestion saved) =>
        Address.WithQuery(("question", saved.Key), ("sql", null), ("x", null), ("y", null));

    private string LineAt(Place place) => _question.Split('\n').ElementAtOrDefault(place.Line - 1)?.TrimEnd('\r') ?? "";

    /// <summary>Tabs of the line stay tabs, so that the caret stands under its place.</summary>
    private string CaretAt(Place place) =>
        string.Concat(LineAt(place).PadRight(place.Column).Take(place.Column - 1).Select(character => character == '\t' ? '\t' : ' ')) + "^";
}
