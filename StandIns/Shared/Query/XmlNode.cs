using System.Globalization;
using System.Xml.Linq;

namespace StandIns.Aws.Query;

/// <summary>An element of an answer, or none; its children are found by local name.</summary>
internal readonly struct XmlNode(XElement? element)
{
    public XmlNode Child(string name) => new(Find(name));

    public string? Text(string name) => Find(name)?.Value;

    public int? Number(string name) => int.TryParse(Text(name), CultureInfo.InvariantCulture, out var value) ? value : null;

    public bool? Flag(string name) => bool.TryParse(Text(name), out var value) ? value : null;

    /// <summary>An instant in ISO 8601, in UTC.</summary>
    public DateTime? Time(string name) =>
        DateTimeOffset.TryParse(Text(name), CultureInfo.InvariantCulture, out var value) ? value.UtcDateTime : null;

    /// <summary>The members of a list; null if the answer has no such list, as SDK version 4 has it.</summary>
    public List<T>? Members<T>(string name, Func<XmlNode, T> read) =>
        Find(name)?.Elements().Where(static each => each.Name.LocalName == "member").Select(each => read(new XmlNode(each))).ToList();

    /// <summary>The texts of a list of strings; null if the answer has no such list.</summary>
    public List<string>? Texts(string name) =>
        Find(name)?.Elements().Where(static each => each.Name.LocalName == "member").Select(static each => each.Value).ToList();

    private XElement? Find(string name) => element?.Elements().FirstOrDefault(each => each.Name.LocalName == name);
}
