using System.Buffers;
using LocalAws.Protocol;
using LocalAws.Sqs.Messages;
using LocalAws.State;

namespace LocalAws.Sqs.Queues;

/// <summary>
/// Changes of queues as bytes: the kind, the queue's number, then the fields one behind the other. A kind or a field that is
/// written once is never given another meaning; a new field needs a new kind.
/// </summary>
internal static class QueueChangeCodec
{
    private enum Kind : byte
    {
        Created = 1,
        Configured = 2,
        Tagged = 3,
        Deleted = 4,
        Purged = 5,
        Sent = 6,
        Received = 7,
        Returned = 8,
        Hidden = 9,
        Removed = 10,
        Remembered = 11,
        Counted = 12,
    }

    public static void Write(IBufferWriter<byte> target, QueueChange change)
    {
        switch (change)
        {
            case QueueChange.Sent sent:
                WriteSent(Begin(target, Kind.Sent, change), sent);
                break;
            case QueueChange.Received received:
                Begin(target, Kind.Received, change).Number(received.Order).Number(received.Receipt).Number(received.At).Number(received.VisibleAt)
                    .Number(received.ReceiveCount).Number(received.FirstReceivedAt);
                break;
            case QueueChange.Removed removed:
                Begin(target, Kind.Removed, change).Number(removed.Order);
                break;
            case QueueChange.Hidden hidden:
                Begin(target, Kind.Hidden, change).Number(hidden.Order).Number(hidden.VisibleAt);
                break;
            case QueueChange.Returned returned:
                Begin(target, Kind.Returned, change).Number(returned.Order).Number(returned.ReceiveCount).Number(returned.FirstReceivedAt)
                    .Number(returned.At);
                break;
            case QueueChange.Remembered known:
                Begin(target, Kind.Remembered, change).Text(known.Key.Group).Text(known.Key.Id).Identifier(known.Message).Number(known.Order)
                    .Number(known.SentAt);
                break;
            case QueueChange.Counted counted:
                Begin(target, Kind.Counted, change).Number(counted.Orders).Number(counted.Receipts).Number(counted.PurgedAt);
                break;
            case QueueChange.Created created:
                WriteKey(Begin(target, Kind.Created, change), created.Key).Number(created.At);
                break;
            case QueueChange.Deleted deleted:
                WriteKey(Begin(target, Kind.Deleted, change), deleted.Key).Number(deleted.At);
                break;
            case QueueChange.Configured configured:
                Begin(target, Kind.Configured, change).Pairs(configured.Attributes).Number(configured.At);
                break;
            case QueueChange.Tagged tagged:
                Begin(target, Kind.Tagged, change).Pairs(tagged.Tags);
                break;
            case QueueChange.Purged purged:
                Begin(target, Kind.Purged, change).Number(purged.At);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(change), change, "No such change is kept.");
        }
    }

    /// <exception cref="InvalidDataException">The bytes are no change.</exception>
    public static QueueChange Read(ReadOnlySpan<byte> bytes)
    {
        var fields = new FieldReader(bytes);
        var kind = (Kind)fields.Byte();
        var queue = fields.Number();
        return kind switch
        {
            Kind.Sent => ReadSent(queue, ref fields),
            Kind.Received => new QueueChange.Received(queue, fields.Number(), fields.Number(), fields.Number(), fields.Number())
            {
                ReceiveCount = (int)fields.Number(),
                FirstReceivedAt = fields.Number(),
            },
            Kind.Removed => new QueueChange.Removed(queue, fields.Number()),
            Kind.Hidden => new QueueChange.Hidden(queue, fields.Number(), fields.Number()),
            Kind.Returned => new QueueChange.Returned(queue, fields.Number(), (int)fields.Number(), fields.Number(), fields.Number()),
            Kind.Remembered => new QueueChange.Remembered(
                queue, new DeduplicationKey(fields.Text(), fields.RequiredText()), fields.Identifier(), fields.Number(), fields.Number()),
            Kind.Counted => new QueueChange.Counted(queue, fields.Number(), fields.Number(), fields.Number()),
            Kind.Created => new QueueChange.Created(queue, ReadKey(ref fields), fields.Number()),
            Kind.Deleted => new QueueChange.Deleted(queue, ReadKey(ref fields), fields.Number()),
            Kind.Configured => new QueueChange.Configured(queue, fields.Pairs(), fields.Number()),
            Kind.Tagged => new QueueChange.Tagged(queue, fields.Pairs()),
            Kind.Purged => new QueueChange.Purged(queue, fields.Number()),
            _ => throw new InvalidDataException($"A queue's change of kind {(byte)kind} is not known."),
        };
    }

    private static FieldWriter Begin(IBufferWriter<byte> target, Kind kind, QueueChange change) =>
        new FieldWriter(target).Byte((byte)kind).Number(change.Queue);

    private static void WriteSent(FieldWriter fields, QueueChange.Sent sent)
    {
        var details = sent.Content.Details;
        fields.Number(sent.Order).Identifier(sent.Id).Text(sent.SenderId).Number(sent.SentAt).Number(sent.ArrivedAt).Number(sent.VisibleAt)
            .Number(sent.ReceiveCount).Number(sent.FirstReceivedAt).Number(sent.Receipt).Number(sent.ReceivedAt)
            .Text(sent.DeadLetterSource).Text(details.TraceHeader).Text(details.GroupId).Text(details.DeduplicationId)
            .Number(details.Attributes.Count);
        foreach (var (name, attribute) in details.Attributes)
        {
            fields.Text(name).Text(attribute.DataType).Text(attribute.StringValue).Bytes(attribute.BinaryValue);
        }

        fields.Bytes(sent.Content.Body);
    }

    private static QueueChange.Sent ReadSent(long queue, ref FieldReader fields)
    {
        var (order, id, sender) = (fields.Number(), fields.Identifier(), fields.RequiredText());
        var (sentAt, arrivedAt, visibleAt) = (fields.Number(), fields.Number(), fields.Number());
        var (receiveCount, firstReceivedAt, receipt, receivedAt) = ((int)fields.Number(), fields.Number(), fields.Number(), fields.Number());
        var source = fields.Text();
        var details = new MessageDetails
        {
            TraceHeader = fields.Text(),
            GroupId = fields.Text(),
            DeduplicationId = fields.Text(),
        };
        if (fields.Number() is > 0 and var count)
        {
            var attributes = new Dictionary<string, MessageAttribute>(StringComparer.Ordinal);
            for (; count > 0; count--)
            {
                attributes[fields.RequiredText()] = new MessageAttribute(fields.RequiredText(), fields.Text(), fields.Bytes());
            }

            details = details with { Attributes = attributes };
        }

        var content = new MessageContent(fields.Bytes() ?? throw new InvalidDataException("A message has no body.")) { Details = details };
        return new QueueChange.Sent(queue, order, id, content, sender, sentAt, arrivedAt, visibleAt)
        {
            ReceiveCount = receiveCount,
            FirstReceivedAt = firstReceivedAt,
            Receipt = receipt,
            ReceivedAt = receivedAt,
            DeadLetterSource = source,
        };
    }

    private static FieldWriter WriteKey(FieldWriter fields, QueueKey key) => fields.Text(key.Scope.Account).Text(key.Scope.Region).Text(key.Name);

    private static QueueKey ReadKey(ref FieldReader fields) =>
        new(new AwsScope(fields.RequiredText(), fields.RequiredText()), fields.RequiredText());
}
