using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Xml.Linq;
using LocalAws.CloudFormation.Templates;
using LocalAws.Protocol;

namespace LocalAws.CloudFormation.Operations;

/// <summary>Cuts the long lists of CloudFormation into pages.</summary>
internal static class QueryPage
{
    /// <summary>Items of a page. Source: API_ListStackResources and others, 100 or 1 MB.</summary>
    private const int Size = 100;

    /// <summary>The page that the caller asks for, and the token of the next if there is one.</summary>
    /// <exception cref="AwsException">The token is none.</exception>
    public static IEnumerable<XElement> Of(string name, IEnumerable<XElement> items, QueryParameters parameters)
    {
        var start = Read(parameters.Find("NextToken"));
        var rest = items.Skip(start).Take(Size + 1).ToList();
        yield return new XElement(name, rest.Take(Size));
        if (rest.Count > Size)
        {
            var next = (start + Size).ToString(CultureInfo.InvariantCulture);
            yield return new XElement("NextToken", Base64Url.EncodeToString(Encoding.ASCII.GetBytes(next)));
        }
    }

    private static int Read(string? token)
    {
        try
        {
            return string.IsNullOrEmpty(token)
                ? 0
                : int.Parse(Encoding.ASCII.GetString(Base64Url.DecodeFromChars(token)), NumberStyles.None, CultureInfo.InvariantCulture);
        }
        catch (Exception malformed) when (malformed is FormatException or OverflowException)
        {
            throw TemplateErrors.Validation("NextToken is not valid.");
        }
    }
}
