using System.Xml.Linq;
using LocalAws.CloudFormation.Stacks;
using LocalAws.CloudFormation.Templates;
using LocalAws.Protocol;

namespace LocalAws.CloudFormation.Operations;

/// <summary>CloudFormation's operations on what stacks export to each other.</summary>
internal sealed class ExportModule(StackStore stacks) : IOperationModule
{
    public void Map(OperationTable table)
    {
        table.MapQuery(QueryNamespaces.CloudFormation, "ListExports", (parameters, call, _) => new(ListExports(parameters, call)));
        table.MapQuery(QueryNamespaces.CloudFormation, "ListImports", (parameters, call, _) => new(ListImports(parameters, call)));
    }

    private IEnumerable<XElement> ListExports(QueryParameters parameters, CallContext call) => QueryPage.Of(
        "Exports",
        stacks.Exports(call.Scope).OrderBy(static export => export.Output.ExportName, StringComparer.Ordinal).Select(static export => new XElement(
            "member",
            new XElement("ExportingStackId", export.Stack.Id),
            new XElement("Name", export.Output.ExportName),
            new XElement("Value", export.Output.Value))),
        parameters);

    private IEnumerable<XElement> ListImports(QueryParameters parameters, CallContext call)
    {
        var name = parameters.Require("ExportName");
        List<string> importers = [.. stacks.ImportersOf(call.Scope, name)];
        return importers.Count > 0
            ? QueryPage.Of("Imports", importers.Select(static importer => new XElement("member", importer)), parameters)
            : throw TemplateErrors.Validation($"Export '{name}' is not imported by any stack.");
    }
}
