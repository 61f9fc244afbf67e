using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using Notification.Api.Orders;

namespace Notification.Api.Tests.Orders;

public sealed class OrderDetailTests
{
    private const string Id = "0195513a-0000-7000-8000-000000000001";
    private const string Trace = "00-5759e988bd862e3fe1be46a994272793-53995c3f42cd8ad8-01";
    private const string MetaData = $"\"meta_data\":{{\"correlation_id\":\"{Id}\",\"traceparent\":\"{Trace}\"}}";

    [Theory]
    [InlineData("""{"order_id":"static-order-id"}""", """{"order_id":"static-order-id",""")]
    [InlineData("{}", "{")]
    [InlineData(" {\n } \r\n\t", "{")]
    [InlineData("""{ "a" : 1.0, "b" : [ 1e400, -0, 12345678901234567890.10 ] }""", """{"a" : 1.0,"b" : [ 1e400, -0, 12345678901234567890.10 ],""")]
    [InlineData("""{"a":"\u00e9\ud83d\ude00é😀","b":"\ud800"}""", """{"a":"\u00e9\ud83d\ude00é😀","b":"\ud800",""")]
    [InlineData("""{"a":{"meta_data":1},"b":[{"meta_data":2}]}""", """{"a":{"meta_data":1},"b":[{"meta_data":2}],""")]
    [InlineData("""{"META_DATA":1,"meta_dat":2,"meta_data ":3,"":4}""", """{"META_DATA":1,"meta_dat":2,"meta_data ":3,"":4,""")]
    [InlineData("""{"a":1,"a":2}""", """{"a":1,"a":2,""")]
    [InlineData("""{"meta_\ud800":1}""", """{"meta_\ud800":1,""")]
    public void Seal_AnOrder_PassesItToTheLetterAndAddsMetaData(string body, string copied) =>
        Wrap(body).ShouldBe(copied + MetaData + "}");

    [Theory]
    [InlineData("""{"meta_data":{"correlation_id":"mine","more":[1,{"x":2}]},"a":1}""")]
    [InlineData("""{"a":1,"meta_data":"mine"}""")]
    [InlineData("""{"meta_data":1,"a":1,"meta_data":2}""")]
    [InlineData("""{"meta\u005fdata":{},"\u006deta_data":[],"a":1}""")]
    public void Seal_CallersOwnMetaData_ReplacesItHoweverItIsSpelt(string body) => Wrap(body).ShouldBe($$"""{"a":1,{{MetaData}}}""");

    [Fact]
    public void Seal_WithoutTrace_HasTheCorrelationIdOnly() =>
        OrderDetail.Read("{}"u8).Detail!.Seal(Id, null).ShouldBe($$$"""{"meta_data":{"correlation_id":"{{{Id}}}"}}""");

    [Fact]
    public void Seal_AnyObject_IsTheSameObjectWithMetaDataOfOurs()
    {
        var value = Gen.Recursive<JsonNode?>((depth, inner) => depth > 4
            ? Gen.Int.Select(number => (JsonNode?)number)
            : Gen.OneOf(
                Gen.String.Select(text => (JsonNode?)new string([.. text.Where(letter => !char.IsSurrogate(letter))])),
                Gen.Double.Where(double.IsFinite).Select(number => (JsonNode?)number),
                Gen.Bool.Select(truth => (JsonNode?)truth),
                inner.Array[0, 4].Select(items => (JsonNode?)new JsonArray([.. items.Select(item => item?.DeepClone())])),
                Fields(inner).Select(JsonNode? (fields) => fields)));

        Fields(value).Sample(order =>
        {
            using var sealedDetail = JsonDocument.Parse(Wrap(order.ToJsonString()));
            var expected = order.DeepClone().AsObject();
            expected["meta_data"] = new JsonObject { ["correlation_id"] = Id, ["traceparent"] = Trace };
            return JsonNode.DeepEquals(JsonNode.Parse(sealedDetail.RootElement.GetRawText()), expected);
        });

        static Gen<JsonObject> Fields(Gen<JsonNode?> values) =>
            Gen.Select(Gen.OneOf(Gen.String[Gen.Char.AlphaNumeric, 0, 8], Gen.Const("meta_data"), Gen.Const("a\"b\\é")), values).Array[0, 5]
                .Select(fields =>
                {
                    var node = new JsonObject();
                    foreach (var (name, field) in fields)
                    {
                        node[name] = field?.DeepClone();
                    }

                    return node;
                });
    }

    [Theory]
    [InlineData("", "empty", "The body is empty: it must be a JSON object.")]
    [InlineData(" \r\n\t", "empty", "The body is empty: it must be a JSON object.")]
    [InlineData("[]", "not_an_object", "The body is an array: it must be a JSON object.")]
    [InlineData("[{}]", "not_an_object", "The body is an array: it must be a JSON object.")]
    [InlineData("\"{}\"", "not_an_object", "The body is a string: it must be a JSON object.")]
    [InlineData("1", "not_an_object", "The body is a number: it must be a JSON object.")]
    [InlineData("null", "not_an_object", "The body is null: it must be a JSON object.")]
    [InlineData("true", "not_an_object", "The body is a boolean: it must be a JSON object.")]
    [InlineData("\ufeff{}", "invalid_json", "The body begins with a byte order mark: it must be a JSON object in plain UTF-8.")]
    [InlineData("order", "invalid_json", "The body is not valid JSON: see line 1, byte 1.")]
    [InlineData("{\"a\":1}\n {", "invalid_json", "The body is not valid JSON: see line 2, byte 2.")]
    [InlineData("{\"a\":1} x", "invalid_json", "The body is not valid JSON: see line 1, byte 9.")]
    [InlineData("[1", "invalid_json", "The body is not valid JSON: see line 1, byte 3.")]
    [InlineData("[1],", "invalid_json", "The body is not valid JSON: see line 1, byte 4.")]
    [InlineData("{\"a\":", "invalid_json", "The body is not valid JSON: see line 1, byte 6.")]
    [InlineData("{\"a\":1,}", "invalid_json", "The body is not valid JSON: see line 1, byte 8.")]
    [InlineData("{'a':1}", "invalid_json", "The body is not valid JSON: see line 1, byte 2.")]
    [InlineData("{\"a\":NaN}", "invalid_json", "The body is not valid JSON: see line 1, byte 6.")]
    [InlineData("{\"a\":Infinity}", "invalid_json", "The body is not valid JSON: see line 1, byte 6.")]
    [InlineData("{\"a\":01}", "invalid_json", "The body is not valid JSON: see line 1, byte 7.")]
    [InlineData("{/* c */}", "invalid_json", "The body is not valid JSON: see line 1, byte 2.")]
    [InlineData("{\"a\":\"\n\"}", "invalid_json", "The body is not valid JSON: see line 1, byte 7.")]
    [InlineData("{\"a\":\"\\x\"}", "invalid_json", "The body is not valid JSON: see line 1, byte 8.")]
    [InlineData("{\"a\":\"\0\"}", "invalid_json", "The body is not valid JSON: see line 1, byte 7.")]
    [InlineData("a=1&b=2", "invalid_json", "The body is not valid JSON: see line 1, byte 1.")]
    public void Read_NoJsonObject_SaysWhatIsWrong(string body, string type, string sentence) =>
        Refuse(Encoding.UTF8.GetBytes(body)).ShouldBe(new Refusal(type, sentence));

    [Theory]
    [InlineData(new byte[] { (byte)'{', (byte)'"', 0xC3, 0x28, (byte)'"', (byte)':', (byte)'1', (byte)'}' })]
    [InlineData(new byte[] { 0xFF, 0xFE, (byte)'{', 0, (byte)'}', 0 })]
    [InlineData(new byte[] { (byte)'{', (byte)'"', 0xED, 0xA0, 0x80, (byte)'"', (byte)':', (byte)'1', (byte)'}' })]
    public void Read_InvalidUtf8_Refuses(byte[] body) => Refuse(body).ShouldBe(Refusal.InvalidUtf8);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(60)]
    public void Read_NestedAsDeepAsAllowed_Accepts(int levels)
    {
        var order = string.Concat(Enumerable.Repeat("{\"a\":", levels - 1)) + "{}" + new string('}', levels - 1);
        Wrap(order).ShouldContain(MetaData);
        Wrap("{\"a\":" + new string('[', levels - 1) + new string(']', levels - 1) + (levels == 1 ? "1}" : "}")).ShouldContain(MetaData);
    }

    [Theory]
    [InlineData(61)]
    [InlineData(1_000_000)]
    public void Read_NestedDeeper_Refuses(int levels)
    {
        Refuse(Encoding.ASCII.GetBytes("{\"a\":" + new string('[', levels - 1))).Type.ShouldBe("too_deep");
        Refuse(Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("{\"a\":", levels)))).Type.ShouldBe("too_deep");
    }

    [Fact]
    public void Read_DeepArray_IsNoObject() => Refuse(Encoding.ASCII.GetBytes(new string('[', 500_000) + new string(']', 500_000))).Type.ShouldBe("not_an_object");

    [Fact]
    public void Read_AnyBytes_NeverThrows() => Gen.Byte.Array[0, 64].Sample(body =>
    {
        var (detail, refusal) = OrderDetail.Read(body);
        return detail is null != refusal is null;
    });

    [Fact]
    public void Read_AnOrderDamagedAnywhere_NeverThrowsNorLeaksBrokenJson() =>
        Gen.Select(Gen.Int[0, 44], Gen.Byte).Sample((position, letter) =>
        {
            var body = """{"order_id":"x","meta_data":{"a":[1,2]},"n":1}"""u8.ToArray();
            body[position] = letter;
            if (OrderDetail.Read(body).Detail is { } detail)
            {
                using var json = JsonDocument.Parse(detail.Seal(Id, Trace));
                json.RootElement.GetProperty("meta_data").GetProperty("correlation_id").GetString().ShouldBe(Id);
            }
        });

    private static string Wrap(string body) => OrderDetail.Read(Encoding.UTF8.GetBytes(body)).Detail.ShouldNotBeNull().Seal(Id, Trace);

    private static Refusal Refuse(byte[] body)
    {
        var (detail, refusal) = OrderDetail.Read(body);
        detail.ShouldBeNull();
        return refusal.ShouldNotBeNull();
    }
}
