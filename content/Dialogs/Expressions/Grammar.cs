using System.Collections.Immutable;
using Outreach.Localization;

namespace Outreach.Content.Dialogs.Expressions;

/// <summary>The grammar of XPath 1.0 without location paths, by recursive descent. A method returns null once something was refused.</summary>
internal sealed class Grammar(string text, string where, ImmutableArray<Token> tokens, bool filter)
{
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly HashSet<string> _columns = new(StringComparer.Ordinal);
    private Problem? _problem;
    private bool _readsSelf;
    private int _at;
    private int _depth;

    public Result<Expression> Read()
    {
        var term = Binary(lowest: 1);
        if (term is not null && Here.Kind != TokenKind.End) Refuse(Leftover(Here));
        return _problem is { } problem ? problem : new Expression(text, term!.Run, _names, _readsSelf) { Columns = _columns };
    }

    private Token Here => tokens[_at];

    private Token Ahead => tokens[Math.Min(_at + 1, tokens.Length - 1)];

    private Term? Binary(int lowest)
    {
        var left = Nested(Unary);
        while (left is not null && OperatorHere() is { } found && found.Precedence >= lowest)
        {
            var column = Here.Column;
            _at++;
            if (Binary(found.Precedence + 1) is not { } right) return null;
            left = new Term(column, found.Join(left, right));
        }
        return left;
    }

    private Operator? OperatorHere() =>
        Here.Kind is TokenKind.Sign or TokenKind.Name ? Operators.All.GetValueOrDefault(Here.Text) : null;

    /// <summary>Counts how deep we are: every recursion passes here.</summary>
    private Term? Nested(Func<Term?> read)
    {
        if (_depth >= ExpressionLimits.Depth)
            return Refuse(ExpressionProblems.TooDeep(where, Here.Column, $"nested more than {ExpressionLimits.Depth} deep; split it with a calculate"));
        _depth++;
        var term = read();
        _depth--;
        return term;
    }

    private Term? Unary()
    {
        if (!Here.Is("-")) return Primary();
        var column = Here.Column;
        _at++;
        return Nested(Unary) is { } term ? new Term(column, Operators.Negate(term)) : null;
    }

    private Term? Primary()
    {
        var token = Here;
        switch (token.Kind)
        {
            case TokenKind.Number:
                var number = new Value.Number(NumberText.Read(token.Text));
                return Taken(new Term(token.Column, _ => number));
            case TokenKind.Text:
                var literal = new Value.Text(token.Text);
                return Taken(new Term(token.Column, _ => literal) { Literal = token.Text });
            case TokenKind.Reference:
                _names.Add(token.Text);
                return Taken(new Term(token.Column, source => source.Get(token.Text)) { Reference = token.Text });
            case TokenKind.Name:
                return Ahead.Is("(") ? Call() : filter ? Column(token) : Refuse(BareName(token));
            case TokenKind.Sign or TokenKind.End:
                return Sign(token);
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private Term Column(Token token)
    {
        _columns.Add(token.Text);
        return Taken(new Term(token.Column, source => source.Column(token.Text)));
    }

    private Term? Sign(Token token)
    {
        switch (token.Text)
        {
            case ".":
                _readsSelf = true;
                return Taken(new Term(token.Column, source => source.Self));
            case "..":
                return Refuse(ExpressionProblems.Path(where, token.Column, ".."));
            case "(":
                _at++;
                return Binary(lowest: 1) is { } inner && Expect(")") ? inner : null;
            default:
                return Refuse(ExpressionProblems.Syntax(where, token.Column, $"expected a value, found {token.Shown}"));
        }
    }

    private Term? Call()
    {
        var name = Here;
        _at += 2;
        if (name.Text == "position") return Position(name);
        if (Functions.NotOffered.TryGetValue(name.Text, out var instead))
            return Refuse(ExpressionProblems.NotOffered(where, name.Column, name.Text, instead));
        if (!Functions.All.TryGetValue(name.Text, out var function))
            return Refuse(ExpressionProblems.UnknownFunction(where, name.Column, name.Text));
        if (!ReadArguments(out var arguments)) return null;
        if (!function.Takes(arguments.Length))
            return Refuse(ExpressionProblems.ArgumentCount(where, name.Column, name.Text, function.Expected, arguments.Length));
        _readsSelf |= function.ReadsSelf || (function.ReadsSelfWhenEmpty && arguments.IsEmpty);
        var run = function.Bind(new Call(where, name.Text, name.Column, arguments));
        if (run.Ok) return new Term(name.Column, run.Value);
        return Refuse(run.Problems[0]);
    }

    /// <summary>The only place where <c>..</c> means something to us: the instance of the repeat we are in.</summary>
    private Term? Position(Token name)
    {
        if (!Here.Is("..") || !Ahead.Is(")"))
            return Refuse(ExpressionProblems.Argument(where, name.Column, "position() is read only as position(..)"));
        _at += 2;
        return new Term(name.Column, source => new Value.Number(source.Position));
    }

    private bool ReadArguments(out ImmutableArray<Term> arguments)
    {
        var terms = ImmutableArray.CreateBuilder<Term>();
        arguments = [];
        if (Here.Is(")")) return Expect(")");
        while (true)
        {
            if (Binary(lowest: 1) is not { } term) return false;
            terms.Add(term);
            if (!Here.Is(",")) break;
            _at++;
        }
        arguments = terms.ToImmutable();
        return Expect(")");
    }

    private Term Taken(Term term)
    {
        _at++;
        return term;
    }

    private bool Expect(string sign)
    {
        if (Here.Is(sign))
        {
            _at++;
            return true;
        }
        Refuse(ExpressionProblems.Syntax(where, Here.Column, $"expected {sign}, found {Here.Shown}"));
        return false;
    }

    private Term? Refuse(Problem problem)
    {
        _problem ??= problem;
        return null;
    }

    private Problem Leftover(Token token) =>
        ExpressionProblems.Syntax(where, token.Column, $"expected an operator, found {token.Shown}");

    private Problem BareName(Token token)
    {
        var callable = Functions.All.ContainsKey(token.Text);
        return ExpressionProblems.BareName(where, token.Column, token.Text, callable ? $"{token.Text}( )" : $"${{{token.Text}}} or '{token.Text}'");
    }
}
