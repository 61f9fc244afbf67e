using System.Xml.Linq;
using LocalAws.Protocol;

namespace LocalAws.Sts;

/// <summary>STS's GetCallerIdentity, by which tools try out whether they reach AWS at all.</summary>
internal sealed class StsModule : IOperationModule
{
    public void Map(OperationTable table) => table.MapQuery(QueryNamespaces.Sts, "GetCallerIdentity", static (_, call, _) =>
        ValueTask.FromResult<IEnumerable<XElement>?>(
        [
            new("Arn", $"arn:aws:iam::{call.Account}:root"),
            new("UserId", call.Account),
            new("Account", call.Account),
        ]));
}
