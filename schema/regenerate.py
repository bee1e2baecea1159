#!/usr/bin/env python3
"""Writes schema/data/*.json anew from the cfn-lint package: `./dev schema`.

cfn-lint (MIT-0) carries AWS's public resource schemas, corrected where they
are known to be wrong. This script takes from them what the forms and rules of
Drawbridge need, in short keys, and leaves AWS's descriptions out. It runs with
the Python into which cfn-lint is installed and needs nothing else.

The types of every region are taken, of each the first region's that has it,
us-east-1 before the others. README.md in this folder explains every key.
"""

import json
import pathlib
import re
import sys

import cfnlint
import cfnlint.helpers
from cfnlint.schema import _getatts

HERE = pathlib.Path(__file__).resolve().parent
DATA = HERE / "data"
SOURCE = pathlib.Path(cfnlint.__file__).resolve().parent / "data" / "schemas"
CATALOGUE = HERE.parent / "core" / "src" / "catalogue"

FIRST_REGION = "us-east-1"

LETTERS = {
    "string": "s",
    "boolean": "b",
    "integer": "i",
    "number": "n",
    "object": "o",
    "array": "a",
}

# What is taken over as it is, under a short key.
PLAIN = {
    "enum": "e",
    "enumCaseInsensitive": "ei",
    "pattern": "p",
    "minimum": "mi",
    "maximum": "ma",
    "minLength": "lmi",
    "maxLength": "lma",
    "minItems": "imi",
    "maxItems": "ima",
    "required": "rq",
    "requiredOr": "requiredOr",
    "requiredXor": "requiredXor",
    "dependentRequired": "dependentRequired",
    "dependencies": "dependentRequired",
    "dependentExcluded": "dependentExcluded",
}

# Conditions whose parts are shapes themselves.
PARTS = ["allOf", "anyOf", "oneOf"]
PART = ["if", "then", "else", "not"]

# What a resource's own schema says beyond what any object's does.
LISTS = {
    "readOnlyProperties": "ro",
    "createOnlyProperties": "co",
    "writeOnlyProperties": "wo",
    "primaryIdentifier": "id",
}


def kind_of(schema):
    """The letter of a type, or the words of several: `o`, `object|string`."""
    kind = schema.get("type")
    if isinstance(kind, list):
        return "|".join(kind)
    if kind:
        return LETTERS[kind]
    if "properties" in schema or "patternProperties" in schema:
        return "o"
    return "a" if "items" in schema else "?"


def conditions(schema):
    """What a schema says in keys that mean the same everywhere."""
    out = {}
    for long, short in PLAIN.items():
        if schema.get(long) not in (None, []):
            out[short] = schema[long]
    if "const" in schema:
        out["e"] = [schema["const"]]
    for key in PARTS:
        parts = [part(it) for it in schema.get(key, [])]
        if any(parts):
            out[key] = parts
    for key in PART:
        if schema.get(key):
            out[key] = part(schema[key])
    return out


def members(schema):
    """The properties of an object, and whether it takes others beside them."""
    out = {}
    if schema.get("properties"):
        out["pr"] = {name: shape(it) for name, it in sorted(schema["properties"].items())}
        if schema.get("additionalProperties") is not False:
            out["x"] = True
    if schema.get("patternProperties"):
        patterns = sorted(schema["patternProperties"].items())
        out["pp"] = {pattern: shape(it) for pattern, it in patterns}
    elif isinstance(schema.get("additionalProperties"), dict):
        out["pp"] = {"": shape(schema["additionalProperties"])}
    return out


def reference(schema):
    """`#Name` for a definition, `@Name` for the type of another property."""
    target = schema["$ref"].split("/")
    if len(target) != 3 or target[1] not in ("definitions", "properties"):
        return "?"
    return ("#" if target[1] == "definitions" else "@") + target[2]


def details(schema):
    """Everything but the type."""
    out = conditions(schema)
    out.update(members(schema))
    named = schema.get("format", "")
    related = schema.get("relationshipRef")
    if named.startswith("AWS::"):
        out["r"] = named
    elif related:
        out["r"] = related["typeName"] + "." + paths([related["propertyPath"]])[0]
    elif named:
        out["f"] = named
    if "items" in schema:
        out["it"] = shape(schema["items"])
    return out


def shape(schema):
    """The shape of a value: a text if its type is all that is said."""
    if not isinstance(schema, dict):
        return "?"
    if "$ref" in schema:
        return reference(schema)
    out = details(schema)
    if not out:
        return kind_of(schema)
    out["t"] = kind_of(schema)
    return out


def part(schema):
    """A part of a condition: a shape that may leave its type unsaid."""
    if "$ref" in schema:
        return {"d": reference(schema)}
    out = details(schema)
    # Parts add to an object: they do not say what else it takes.
    out.pop("x", None)
    if "type" in schema:
        out["t"] = kind_of(schema)
    return out


def paths(names):
    """`/properties/A/B` as `A/B`."""
    return [re.sub(r"^/properties/", "", name) for name in names]


def attributes(schema):
    """What `Fn::GetAtt` answers beside the read-only properties."""
    name = schema["typeName"]
    found = list(_getatts._exceptions.get(name, []))
    if name in _getatts._all_property_types:
        read_only = paths(schema.get("readOnlyProperties", []))
        found += [it for it in leaves(schema, schema, "", 0) if it not in read_only]
    if name == "AWS::CloudFormation::Stack":
        found.append("Outputs/*")
    return sorted(set(found))


def leaves(owner, schema, path, depth):
    """The paths to an object's values that are texts, numbers or lists of them."""
    found = []
    for name, value in schema.get("properties", {}).items() if depth < 8 else ():
        while "$ref" in value:
            _, folder, key = value["$ref"].split("/")
            value = owner[folder][key]
        if value.get("type") == "object":
            found += leaves(owner, value, f"{path}{name}/", depth + 1)
        elif value.get("type") != "array" or value.get("items", {}).get("type") == "string":
            found.append(path + name)
    return found


def resource(schema):
    """What is kept of a resource's schema."""
    out = {"p": {name: shape(it) for name, it in sorted(schema["properties"].items())}}
    definitions = schema.get("definitions", {})
    if definitions:
        out["D"] = {name: shape(it) for name, it in sorted(definitions.items())}
    own = conditions(schema)
    required = own.pop("rq", [])
    if required:
        out["q"] = required
    if schema.get("patternProperties") or schema.get("additionalProperties") is not False:
        out["x"] = True
    for long, short in LISTS.items():
        if schema.get(long):
            out[short] = paths(schema[long])
    if attributes(schema):
        out["at"] = attributes(schema)
    out.update(own)
    return out


def all_types():
    """Every type's schema, by name, without those that only AWS itself may use."""
    regions = sorted((SOURCE / "providers").glob("*-*.json"))
    regions.sort(key=lambda file: file.stem != FIRST_REGION)
    files = {}
    for region in regions:
        for name, file in json.loads(region.read_text("utf-8")).items():
            if not name.startswith("AMZN::"):
                files.setdefault(name, file)
    resources = SOURCE / "resources"
    return {
        name: json.loads((resources / f"{file}.json").read_text("utf-8"))
        for name, file in sorted(files.items())
    }


def curated():
    """The types that the catalogue has entries for, read from its sources."""
    declared = re.compile(r'\bof "(AWS::[\w:]+)" *\{|^    kind: "(AWS::[\w:]+)"', re.MULTILINE)
    names = set()
    for file in CATALOGUE.rglob("*.rs"):
        names.update(filter(None, sum(declared.findall(file.read_text("utf-8")), ())))
    return names


def compact(value):
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def write(name, entries):
    """One object with an entry a line, sorted, so that differences are read."""
    lines = [f"{json.dumps(key)}:{compact(value)}" for key, value in sorted(entries.items())]
    text = "{\n" + ",\n".join(lines) + "\n}\n"
    (DATA / name).write_text(text, "utf-8")
    print(f"{name}: {len(entries)} entries, {len(text.encode())} bytes", file=sys.stderr)


def main():
    types = {name: resource(schema) for name, schema in all_types().items()}
    references = json.loads((DATA / "references.json").read_text("utf-8"))
    for name, found in references.items():
        if name in types:
            types[name]["R"] = found
    first = curated()
    write("curated.json", {name: it for name, it in types.items() if name in first})
    write("further.json", {name: it for name, it in types.items() if name not in first})
    (DATA / "kinds.txt").write_text("".join(f"{name}\n" for name in sorted(types)), "utf-8")
    write("zones.json", cfnlint.helpers.AVAILABILITY_ZONES)


if __name__ == "__main__":
    main()
