//! `AWS::FSx::FileSystem`.
//!
//! It is drawn in the first of its subnets. A Windows file server is refused until
//! it joins a directory. Sizes of each make:
//! <https://docs.aws.amazon.com/fsx/latest/APIReference/API_CreateFileSystem.html>

use crate::catalogue::{Category, Entry, Field, Format, Home, Link, Variant, field};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: "AWS::FSx::FileSystem",
    word: "fsx",
    label: "FSx file system",
    stem: "FsxFileSystem",
    summary: "A managed file server of a known make, Windows, Lustre, NetApp ONTAP or OpenZFS, in subnets of a VPC.",
    category: Category::Storage,
    icon: include_str!("../icons/fsx-file-system.svg"),
    homes: &[Home::inside("SubnetIds.0", "AWS::EC2::Subnet")],
    links: &[
        Link::new("SubnetIds.*", "AWS::EC2::Subnet", "has a server in").overlay(),
        Link::new(
            "SecurityGroupIds.*",
            "AWS::EC2::SecurityGroup",
            "is filtered by",
        )
        .by("GroupId")
        .overlay(),
        Link::new(
            "WindowsConfiguration.ActiveDirectoryId",
            "AWS::DirectoryService::MicrosoftAD",
            "joins",
        ),
        Link::new("KmsKeyId", "AWS::KMS::Key", "is encrypted by")
            .by("Arn")
            .overlay(),
    ],
    fields: &[
        Field::new(
            "FileSystemType",
            "Type",
            Format::Choice(&["OPENZFS", "LUSTRE", "WINDOWS", "ONTAP"]),
            "The make of the file server. Each has a configuration of its own.",
        )
        .required(),
        Field::new(
            "StorageCapacity",
            "Storage",
            Format::Integer(0, 2_147_483_647),
            "Its size in gibibytes. The least is 64 for OpenZFS, 32 for Windows, 1024 for ONTAP, 1200 for Lustre.",
        ),
        Field::new(
            "SubnetIds",
            "Subnets",
            Format::References("AWS::EC2::Subnet", None),
            "Where it stands: one subnet, or two for a deployment in two zones.",
        )
        .required(),
        Field::new(
            "SecurityGroupIds",
            "Security groups",
            Format::References("AWS::EC2::SecurityGroup", Some("GroupId")),
            "The filters around it. Without any, the VPC's default group.",
        ),
        Field::new(
            "OpenZFSConfiguration",
            "OpenZFS",
            Format::Json,
            "Deployment, throughput and backups of an OpenZFS file system.",
        ),
        Field::new(
            "LustreConfiguration",
            "Lustre",
            Format::Json,
            "Deployment, throughput and backups of a Lustre file system.",
        ),
        Field::new(
            "WindowsConfiguration",
            "Windows",
            Format::Json,
            "Deployment, throughput, backups and directory of a Windows file server.",
        ),
        Field::new(
            "OntapConfiguration",
            "ONTAP",
            Format::Json,
            "Deployment, throughput and backups of a NetApp ONTAP file system.",
        ),
        Field::new(
            "StorageType",
            "Storage type",
            Format::Choice(&["SSD", "HDD", "INTELLIGENT_TIERING"]),
            "Solid state, spinning, or tiers by use. Not every make has each.",
        ),
        Field::new(
            "KmsKeyId",
            "Key",
            Format::Reference("AWS::KMS::Key", Some("Arn")),
            "The key that encrypts it; the account's key for FSx if this is empty.",
        ),
        field::TAGS,
    ],
    defaults: r#"{"FileSystemType":"OPENZFS","StorageCapacity":64,"OpenZFSConfiguration":{"DeploymentType":"SINGLE_AZ_1","ThroughputCapacity":64,"AutomaticBackupRetentionDays":7,"CopyTagsToBackups":true}}"#,
    resource_attributes: r#"{"DeletionPolicy":"Retain","UpdateReplacePolicy":"Retain"}"#,
    variants: &[
        Variant {
            property: "FileSystemType",
            value: "OPENZFS",
            label: "FSx for OpenZFS",
            summary: "A file server over NFS with snapshots, clones and compression, for Linux and Mac.",
            icon: include_str!("../icons/fsx-file-system.svg"),
            defaults: "{}",
        },
        Variant {
            property: "FileSystemType",
            value: "WINDOWS",
            label: "FSx for Windows File Server",
            summary: "A file server over SMB with users and groups of an Active Directory that it joins.",
            icon: include_str!("../icons/fsx-windows.svg"),
            defaults: r#"{"StorageCapacity":32,"StorageType":"SSD","OpenZFSConfiguration":null,"WindowsConfiguration":{"DeploymentType":"SINGLE_AZ_2","ThroughputCapacity":32,"AutomaticBackupRetentionDays":7,"CopyTagsToBackups":true}}"#,
        },
        Variant {
            property: "FileSystemType",
            value: "LUSTRE",
            label: "FSx for Lustre",
            summary: "Very fast files for many machines that compute together, in front of a bucket if wanted.",
            icon: include_str!("../icons/fsx-lustre.svg"),
            defaults: r#"{"StorageCapacity":1200,"FileSystemTypeVersion":"2.15","OpenZFSConfiguration":null,"LustreConfiguration":{"DeploymentType":"PERSISTENT_2","PerUnitStorageThroughput":125,"DataCompressionType":"LZ4","AutomaticBackupRetentionDays":7,"CopyTagsToBackups":true}}"#,
        },
        Variant {
            property: "FileSystemType",
            value: "ONTAP",
            label: "FSx for NetApp ONTAP",
            summary: "A NetApp file server over NFS, SMB and iSCSI, with tiers and copies to others of its make.",
            icon: include_str!("../icons/fsx-ontap.svg"),
            defaults: r#"{"StorageCapacity":1024,"OpenZFSConfiguration":null,"OntapConfiguration":{"DeploymentType":"SINGLE_AZ_1","ThroughputCapacity":128,"AutomaticBackupRetentionDays":7}}"#,
        },
    ],
    attributes: &[
        "DNSName",
        "Id",
        "LustreMountName",
        "ResourceARN",
        "RootVolumeId",
    ],
    ..Entry::BOX
};
