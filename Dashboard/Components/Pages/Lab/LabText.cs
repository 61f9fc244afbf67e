using System.Globalization;

namespace Dashboard.Components.Pages.Lab;

/// <summary>Figures of the lab as words.</summary>
internal static class LabText
{
    /// <summary><c>10 × real time</c>.</summary>
    public static string Speed(double speed) => string.Create(CultureInfo.InvariantCulture, $"{speed:0.##} × real time");

    /// <summary>A count: <c>11,850</c>.</summary>
    public static string Whole(long count) => count.ToString("#,0", CultureInfo.InvariantCulture);

    /// <summary>A share as a width: <c>12.5%</c>.</summary>
    public static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{100 * Math.Clamp(share, 0, 1):0.#}%");

    /// <summary>An amount of money: small ones with the digits that count.</summary>
    public static string Money(decimal amount, string currency) => string.Create(
        CultureInfo.InvariantCulture, $"{(currency == "USD" ? "$" : currency + " ")}{amount.ToString(amount >= 1 ? "#,0.00" : "0.0000", CultureInfo.InvariantCulture)}");
}
