using System.Xml.Linq;

namespace LocalAws.Protocol;

/// <summary>The XML namespace of each Query API, by its version.</summary>
internal static class QueryNamespaces
{
    /// <summary>API version of AWS CloudFormation.</summary>
    public const string CloudFormation = "2010-05-15";

    /// <summary>API version of Amazon SQS.</summary>
    public const string Sqs = "2012-11-05";

    /// <summary>API version of AWS STS.</summary>
    public const string Sts = "2011-06-15";

    public static XNamespace Of(string version) => version switch
    {
        CloudFormation => "http://cloudformation.amazonaws.com/doc/2010-05-15/",
        Sqs => "http://queue.amazonaws.com/doc/2012-11-05/",
        Sts => "https://sts.amazonaws.com/doc/2011-06-15/",
        _ => "",
    };

    /// <summary>The same element, it and all below it in <paramref name="xml"/>.</summary>
    public static XElement Qualify(XElement element, XNamespace xml)
    {
        foreach (var each in element.DescendantsAndSelf())
        {
            each.Name = xml + each.Name.LocalName;
        }

        return element;
    }
}
