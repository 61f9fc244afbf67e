using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;

namespace LocalAws.Protocol.Direct;

/// <summary>
/// One connection: reads request by request and answers them in order, until it closes or brings something that the server's
/// own HTTP must judge. Nothing of that is taken out of the pipe, so that the server finds it as it came.
/// </summary>
internal sealed class DirectConnection : IDisposable
{
    /// <summary>The longest head that is looked at here, bytes; the server may allow longer ones.</summary>
    private const int MostHead = 8 * 1024;

    // In beats of the server's heart, one a second; as long as the server itself would wait by default.
    private const int IdlePatience = 130;
    private const int HeadPatience = 30;
    private const int BodyPatience = 30;
    private const int AnswerPatience = 30;
    private const int SlowestBytes = 240;

    private readonly ConnectionContext _connection;
    private readonly DirectCalls _calls;
    private readonly PipeReader _input;
    private readonly PipeWriter _output;
    private readonly CancellationTokenRegistration _stopping;
    private readonly int _number;
    private DirectOperation _operation = null!;
    private CallContext _call = null!;
    private string _host = "";
    private string _url = "";
    private long _needed;
    private int _bodyLength;
    private int _patience = IdlePatience;
    private bool _hasBegun;
    private volatile bool _isAnswering;
    private volatile bool _isEnding;

    public DirectConnection(ConnectionContext connection, DirectCalls calls)
    {
        _connection = connection;
        _calls = calls;
        _number = calls.Number();
        _input = connection.Transport.Input;
        _output = connection.Transport.Output;
        connection.Features.Get<IConnectionHeartbeatFeature>()?.OnHeartbeat(static direct => ((DirectConnection)direct).OnHeartbeat(), this);
        _stopping = connection.Features.Get<IConnectionLifetimeNotificationFeature>()?.ConnectionClosedRequested.UnsafeRegister(
            static direct => ((DirectConnection)direct!).End(), this) ?? default;
    }

    private enum Sight
    {
        Incomplete,
        Call,
        ForServer,
    }

    /// <summary>Answers what comes. False: the connection is at its end. True: the server shall go on with it.</summary>
    public async Task<bool> ServeAsync()
    {
        try
        {
            return await AnswerAllAsync();
        }
        catch (Exception gone) when (gone is IOException or OperationCanceledException)
        {
            return false;
        }
    }

    /// <summary>The connection goes on without this, or not at all.</summary>
    public void Dispose()
    {
        Volatile.Write(ref _patience, 0);
        _stopping.Dispose();
    }

    private async Task<bool> AnswerAllAsync()
    {
        while (!_isEnding)
        {
            var read = await _input.ReadAsync();
            var buffer = read.Buffer;
            if (read.IsCanceled || (read.IsCompleted && buffer.IsEmpty))
            {
                _input.AdvanceTo(buffer.Start);
                if (read.IsCompleted)
                {
                    return false;
                }

                continue;
            }

            switch (Look(buffer))
            {
                case Sight.Call:
                    Volatile.Write(ref _patience, 0);
                    if (!_calls.MayStay(_number))
                    {
                        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
                    }

                    var isOpen = await AnswerAsync(buffer.Slice(_needed - _bodyLength, _bodyLength));
                    _input.AdvanceTo(buffer.GetPosition(_needed));
                    (_needed, _hasBegun) = (0, false);
                    if (!isOpen)
                    {
                        return false;
                    }

                    Volatile.Write(ref _patience, IdlePatience);
                    break;
                case Sight.Incomplete when !read.IsCompleted:
                    _input.AdvanceTo(buffer.Start, buffer.End);
                    break;
                case Sight.Incomplete:
                case Sight.ForServer:
                default:
                    _input.AdvanceTo(buffer.Start);
                    return true;
            }
        }

        return false;
    }

    private Sight Look(in ReadOnlySequence<byte> buffer)
    {
        if (_needed > 0)
        {
            return buffer.Length >= _needed ? Sight.Call : Sight.Incomplete;
        }

        if (buffer.IsSingleSegment || buffer.FirstSpan.IndexOf(DirectHead.End) >= 0)
        {
            return Look(buffer.FirstSpan, buffer.Length);
        }

        Span<byte> start = stackalloc byte[MostHead];
        var length = (int)Math.Min(MostHead, buffer.Length);
        buffer.Slice(0, length).CopyTo(start);
        return Look(start[..length], buffer.Length);
    }

    private Sight Look(ReadOnlySpan<byte> start, long received)
    {
        var headLength = start.IndexOf(DirectHead.End);
        if (headLength < 0)
        {
            var common = Math.Min(start.Length, DirectHead.Start.Length);
            if (received >= MostHead || !start[..common].SequenceEqual(DirectHead.Start[..common]))
            {
                return Sight.ForServer;
            }

            if (!_hasBegun)
            {
                // Counted from the first byte on, however slowly the others come.
                _hasBegun = true;
                Volatile.Write(ref _patience, HeadPatience);
            }

            return Sight.Incomplete;
        }

        if (!DirectHead.TryRead(start[..headLength], out var head)
            || head.ContentLength > _calls.MaximumRequestBytes
            || !_calls.TryFind(head.Target, out var operation))
        {
            return Sight.ForServer;
        }

        if (!Ascii.Equals(head.Host, _host))
        {
            var host = Encoding.ASCII.GetString(head.Host);
            if (!_calls.IsKnown(host, _connection.LocalEndPoint))
            {
                return Sight.ForServer;
            }

            _host = host;
            _url = "http://" + _host;
        }

        _operation = operation;
        _call = _calls.Describe(_url, head.Authorization);
        _bodyLength = head.ContentLength;
        _needed = headLength + DirectHead.End.Length + head.ContentLength;
        if (received < _needed)
        {
            Volatile.Write(ref _patience, BodyPatience + (head.ContentLength / SlowestBytes));
            return Sight.Incomplete;
        }

        return Sight.Call;
    }

    /// <summary>Runs the call and answers it; false if nobody is there any more.</summary>
    private async ValueTask<bool> AnswerAsync(ReadOnlySequence<byte> body)
    {
        var call = _call;
        var closed = _connection.ConnectionClosed;
        var answer = AnswerBuffer.Rent();
        byte[]? copy = null;
        try
        {
            if (!body.IsSingleSegment)
            {
                copy = ArrayPool<byte>.Shared.Rent(_bodyLength);
                body.CopyTo(copy);
            }

            var (refusal, hasWaited) = await _calls.RunAsync(
                _operation, copy is null ? body.First : copy.AsMemory(0, _bodyLength), call, answer, closed);
            // Who was answered at once is there; who has waited may be gone.
            if (!hasWaited || !call.CanUndo || !CallerPresence.IsGone(_connection.Features))
            {
                DirectAnswer.Write(_output, answer.Written.Span, refusal);
                _isAnswering = true;
                Volatile.Write(ref _patience, AnswerPatience + (answer.Written.Length / SlowestBytes));
                var flushed = await _output.FlushAsync(closed);
                _isAnswering = false;
                return !flushed.IsCompleted;
            }
        }
        catch (OperationCanceledException) when (closed.IsCancellationRequested)
        {
            // Nobody is there to read an answer.
        }
        finally
        {
            answer.Return();
            if (copy is not null)
            {
                ArrayPool<byte>.Shared.Return(copy);
            }
        }

        call.Undo();
        return false;
    }

    private void OnHeartbeat()
    {
        var left = Volatile.Read(ref _patience);
        if (left > 0 && Interlocked.CompareExchange(ref _patience, left - 1, left) == left && left == 1)
        {
            End();
            if (_isAnswering)
            {
                _connection.Abort(new ConnectionAbortedException("The caller takes its answer too slowly."));
            }
        }
    }

    private void End()
    {
        _isEnding = true;
        _input.CancelPendingRead();
    }
}
